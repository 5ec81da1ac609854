import { type ReactNode, useEffect, useState } from 'react';
import { Button, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import type { FailureCode } from '../../shared/ipc.ts';
import type { DeviceCodeView } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { settled } from '../shell/failure.tsx';
import { FailureMessage } from '../shell/failure-message.tsx';
import { useSurroundings } from '../surroundings.ts';
import { CodeExpiry } from './code-expiry.tsx';

const useStyles = makeStyles({
  code: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  named: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { color: tokens.colorNeutralForeground3 },
  page: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', userSelect: 'text' },
  digits: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  getting: { justifyContent: 'flex-start', padding: `${tokens.spacingVerticalXL} 0` },
});

/** A code to type in on any device: where, what, and for how long. */
export function DeviceCode({ code }: { readonly code: DeviceCodeView | null }): ReactNode {
  const { api, t } = useSurroundings();
  const styles = useStyles();
  const [failure, setFailure] = useState<FailureCode | null>(null);
  useCodeAnnounced(code);
  if (code === null)
    return <Spinner size="small" className={styles.getting} label={t('code.getting')} />;
  const open = async (): Promise<void> => {
    const outcome = await settled(api.openDeviceCodePage());
    setFailure(outcome.ok ? null : outcome.code);
  };
  return (
    <div className={styles.code}>
      {failure && <FailureMessage code={failure} />}
      <div className={styles.line}>
        <div className={styles.named}>
          <Caption1 className={styles.name}>{t('code.page')}</Caption1>
          <span className={styles.page}>{code.page}</span>
        </div>
        <Button icon={<Open16Regular />} onClick={() => void open()}>
          {t('code.open')}
        </Button>
      </div>
      <div className={styles.line}>
        <div className={styles.named}>
          <Caption1 className={styles.name}>{t('code.code')}</Caption1>
          <span className={styles.digits}>{code.userCode}</span>
        </div>
        <CopyButton what="device-code" label={t('code.copy')} />
      </div>
      <CodeExpiry expiresAt={code.expiresAt} />
    </div>
  );
}

/** It comes by itself, while the focus is elsewhere. */
function useCodeAnnounced(code: DeviceCodeView | null): void {
  const { t } = useSurroundings();
  const announce = useAnnounce();
  const { userCode, page } = code ?? {};
  useEffect(() => {
    if (userCode && page) announce(t('code.announced', { code: userCode, page }));
  }, [announce, page, t, userCode]);
}
