import type { ComponentProps, ReactNode } from 'react';
import { AddDriveFrame, AddingBody } from './add-drive-dialog.tsx';

type MoreWaysProps = ComponentProps<typeof AddingBody> & { readonly open: boolean };

/** The same dialog in the first run, with what is ticked there already. */
export function MoreWays({ open, ...adding }: MoreWaysProps): ReactNode {
  return (
    <AddDriveFrame open={open} onClose={adding.onClose}>
      <AddingBody {...adding} />
    </AddDriveFrame>
  );
}
