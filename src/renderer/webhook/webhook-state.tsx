import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebhookCheck } from '../../shared/diagnostics.ts';
import type { WebhookView } from '../../shared/snapshot.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import { shortName } from '../../shared/texts/toast-words.ts';
import { checkWords, reportWords } from '../../shared/texts/webhook-words.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { useReport } from './use-report.ts';

const longestShown = 72;

const useStyles = makeStyles({
  said: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface WebhookStateProps {
  readonly webhook: WebhookView;
  readonly check: WebhookCheck | null;
}

/** What the address answers, once asked, and how the way in is doing. */
export function WebhookState({ webhook, check }: WebhookStateProps): ReactNode {
  const { locale } = useSurroundings();
  const t = useAllWords();
  const now = useNow();
  const styles = useStyles();
  const { report, isAfterCheck } = useReport(check);
  const when = (at: number): string => momentWords(at, now, locale);
  const wasTaken = check?.how === 'port-taken';
  const isOver = wasTaken && isAfterCheck && report?.state === 'listening';
  const isSaid = wasTaken && report?.state === 'port-taken';
  return (
    <div className={styles.said}>
      <div role="status">{check && !isOver && <Answer check={check} webhook={webhook} />}</div>
      {report && !isSaid && (
        <div className={styles.quiet}>{reportWords(t, report, { port: webhook.port, when })}</div>
      )}
    </div>
  );
}

function Answer({
  webhook,
  check,
}: WebhookStateProps & { readonly check: WebhookCheck }): ReactNode {
  const t = useAllWords();
  const whole = checkWords(t, check, webhook);
  const url = shortName(webhook.url ?? '', longestShown);
  const shown = checkWords(t, check, { ...webhook, url });
  return <span {...(shown !== whole && { title: whole })}>{shown}</span>;
}
