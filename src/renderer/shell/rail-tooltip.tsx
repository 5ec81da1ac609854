import type { ReactElement, ReactNode } from 'react';
import { Tooltip } from '@fluentui/react-components';

interface RailTooltipProps {
  readonly name: string;
  readonly children: ReactElement;
}

/** What an icon of the narrow rail stands for. */
export function RailTooltip({ name, children }: RailTooltipProps): ReactNode {
  return (
    <Tooltip content={name} relationship="label" positioning="after">
      {children}
    </Tooltip>
  );
}
