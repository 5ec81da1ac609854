import type { ReactNode } from 'react';
import { LateSpinner } from '../lazy-pages.tsx';
import { useLate } from './use-late.ts';

/** Says what is being waited for, once that takes long: mostly nothing is to be seen of it. */
export function Waiting({ label }: { readonly label: string }): ReactNode {
  return useLate(true) && <LateSpinner label={label} labelPosition="below" />;
}
