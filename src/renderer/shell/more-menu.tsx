import type { ReactNode, RefCallback } from 'react';
import {
  Button,
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';

interface MoreMenuProps {
  /** What the button is called: it has no words of its own. */
  readonly label: string;
  readonly buttonRef?: RefCallback<HTMLElement>;
  readonly children: ReactNode;
}

/** What else can be done with a row. */
export function MoreMenu({ label, buttonRef, children }: MoreMenuProps): ReactNode {
  const restored = useRestoreFocusTarget();
  return (
    <Menu positioning={{ position: 'below', align: 'end', autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          {...(buttonRef ? { ref: buttonRef } : {})}
          appearance="subtle"
          aria-label={label}
          icon={<MoreHorizontal20Regular />}
          {...restored}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
