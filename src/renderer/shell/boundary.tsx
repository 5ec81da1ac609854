import { Component, type ReactNode } from 'react';
import { NotShown } from './not-shown.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** What throws while it is drawn is stood for by words: React would take all of the window away. */
export class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <NotShown onRetry={() => this.setState({ hasFailed: false })} />;
  }
}
