import type { ReactNode } from 'react';
import { Spinner, type SpinnerProps } from '@fluentui/react-components';

export function LateSpinner(
  props: Pick<SpinnerProps, 'label' | 'labelPosition' | 'size'>,
): ReactNode {
  return <Spinner {...props} />;
}
