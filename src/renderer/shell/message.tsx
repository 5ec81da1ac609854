import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useSurroundings } from '../surroundings.ts';

interface MessageProps {
  readonly intent: 'error' | 'warning' | 'info';
  readonly onDismiss?: () => void;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Message({ intent, onDismiss, action, children }: MessageProps): ReactNode {
  const { t } = useSurroundings();
  const dismiss = onDismiss && (
    <Button
      appearance="transparent"
      size="small"
      aria-label={t('app.dismiss')}
      icon={<Dismiss16Regular />}
      onClick={onDismiss}
    />
  );
  return (
    <MessageBar intent={intent} role={intent === 'error' ? 'alert' : 'group'}>
      <MessageBarBody>{children}</MessageBarBody>
      {(action ?? dismiss) && (
        <MessageBarActions {...(dismiss && { containerAction: dismiss })}>
          {action}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
