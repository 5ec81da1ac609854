import { type ReactNode, useState } from 'react';
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { Section } from '../shell/section.tsx';
import { useAllWords } from '../all-words.ts';
import { DriveDetails } from './drive-details.tsx';
import { HookRuns } from './hook-runs.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TestToast } from './test-toast.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type DiagnosticsProps = Pick<Snapshot, 'drives' | 'rules' | 'hooks'>;

/** How each drive is doing and what came of hooks, for whoever looks into trouble. */
export function Diagnostics({ drives, rules, hooks }: DiagnosticsProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const restored = useRestoreFocusTarget();
  const [reporting, setReporting] = useState(false);
  const hasHooks = Object.keys(hooks).length > 0;
  return (
    <Section title={t('diagnostics.title')}>
      <div className={styles.buttons}>
        <TestToast />
        <Button {...restored} onClick={() => setReporting(true)}>
          {t('diagnostics.report')}
        </Button>
      </div>
      {drives.length > 0 && <DriveDetails drives={drives} />}
      {hasHooks && <HookRuns rules={rules} drives={drives} />}
      <ReportDialog open={reporting} onClose={() => setReporting(false)} />
    </Section>
  );
}
