import { useEffect, useState } from 'react';
import type { WebhookCheck, WebhookReport } from '../../shared/diagnostics.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

const againMs = 5000;

interface Reported {
  readonly report: WebhookReport | null;
  /** What the check has found out is older. */
  readonly isAfterCheck: boolean;
}

/** Asked for with each check, and again and again while somebody looks at it. */
export function useReport(check: WebhookCheck | null): Reported {
  const { api } = useSurroundings();
  const [last, setLast] = useState<{ report: WebhookReport; after: WebhookCheck | null } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const outcome = await settled(api.getWebhook());
      if (isWanted && outcome.ok) setLast({ report: outcome.value, after: check });
    };
    void ask();
    const timer = setInterval(() => void ask(), againMs);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [api, check]);
  return { report: last?.report ?? null, isAfterCheck: last?.after === check };
}
