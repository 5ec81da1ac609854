import { useId, useState } from 'react';
import type { FailureCode } from '../../shared/ipc.ts';
import type { CloudId } from '../../shared/snapshot.ts';
import { settled } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

export interface ClientIdEntry {
  /** Of the field, which gets the focus back when its value is refused. */
  readonly id: string;
  readonly value: string;
  readonly problem: FailureCode | null;
  readonly sending: boolean;
  readonly onValue: (value: string) => void;
  /** Tells Drivebell; false when it was not taken. */
  readonly save: (cloud: CloudId) => Promise<boolean>;
}

/** A client ID being typed in, and what is wrong with it once it was sent. */
export function useClientId(known = ''): ClientIdEntry {
  const { api } = useSurroundings();
  const [value, setValue] = useState(known);
  const [problem, setProblem] = useState<FailureCode | null>(null);
  const [sending, setSending] = useState(false);
  const id = useId();

  function onValue(next: string): void {
    setValue(next);
    setProblem(null);
  }

  function refuse(code: FailureCode): false {
    setProblem(code);
    document.getElementById(id)?.focus();
    return false;
  }

  async function save(cloud: CloudId): Promise<boolean> {
    setSending(true);
    const outcome = await settled(api.setClientId(cloud, value));
    setSending(false);
    return outcome.ok || refuse(outcome.code);
  }

  return { id, value, problem, sending, onValue, save };
}
