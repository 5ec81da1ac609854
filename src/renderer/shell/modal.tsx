import { createContext, type ReactNode, use, useState } from 'react';
import { Dialog, DialogSurface } from '@fluentui/react-components';

interface ModalProps<T> {
  /** What it is about; null while closed. */
  readonly of: T | null;
  /** Something is about to change: screen readers say so. */
  readonly question?: boolean;
  readonly onClose: () => void;
  /** Mounted with the dialog, so that each opening begins anew. */
  readonly children: (of: T) => ReactNode;
}

const IsOpenContext = createContext(true);

/** False while what is around this fades out: it is still there to be pressed. */
export function useIsOpen(): boolean {
  return use(IsOpenContext);
}

/** A dialog that goes on showing what it was about while it fades out. */
export function Modal<T>({ of, question = false, onClose, children }: ModalProps<T>): ReactNode {
  const [last, setLast] = useState(of);
  if (of !== null && of !== last) setLast(of);
  return (
    // A click beside it closes nothing: what was typed in would be lost, and a sign-in cancelled.
    <Dialog
      modalType={question ? 'alert' : 'modal'}
      open={of !== null}
      onOpenChange={(_event, data) => data.open || data.type === 'backdropClick' || onClose()}
    >
      <IsOpenContext value={of !== null}>
        <DialogSurface>{last !== null && children(last)}</DialogSurface>
      </IsOpenContext>
    </Dialog>
  );
}
