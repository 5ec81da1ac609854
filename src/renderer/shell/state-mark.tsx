import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LivenessState } from '../../shared/snapshot.ts';

/** Each state has a shape of its own; the colour only helps. */
const shapes = {
  live: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  polling: (
    <>
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />
    </>
  ),
  starting: (
    <circle
      cx="6"
      cy="6"
      r="4.75"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2 1.73"
    />
  ),
  offline: <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  'sign-in-needed': (
    <path
      fillRule="evenodd"
      d="M6 0 12 11.5H0zM5.2 4v3.8h1.6V4zm0 4.7v1.6h1.6V8.7z"
      fill="currentColor"
    />
  ),
  unavailable: (
    <>
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m2.7 2.7 6.6 6.6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
} satisfies Record<LivenessState, ReactNode>;

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: 'block' },
  forced: { '@media (forced-colors: active)': { color: 'CanvasText' } },
  live: { color: tokens.colorStatusSuccessForeground1 },
  polling: { color: tokens.colorBrandForeground1 },
  starting: { color: tokens.colorNeutralForeground3 },
  offline: { color: tokens.colorNeutralForeground3 },
  'sign-in-needed': { color: tokens.colorStatusWarningForeground3 },
  unavailable: { color: tokens.colorStatusDangerForeground1 },
});

export function StateMark({ state }: { readonly state: LivenessState }): ReactNode {
  const styles = useStyles();
  return (
    <svg
      aria-hidden
      width="12"
      height="12"
      viewBox="0 0 12 12"
      className={mergeClasses(styles.mark, styles[state], styles.forced)}
    >
      {shapes[state]}
    </svg>
  );
}
