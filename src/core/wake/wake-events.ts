import type { WakeCause } from '../../shared/diagnostics.ts';
import type { ConnectionView, Reason } from '../../shared/snapshot.ts';
import type { GraphFailure } from '../graph/graph.ts';

export type SourceState =
  | { readonly state: 'connecting' }
  | { readonly state: 'live'; readonly connection: ConnectionView }
  | { readonly state: 'down'; readonly reason: Reason };

/** What a wake source tells whoever it wakes. */
export interface WakeEvents {
  readonly onWake: (cause: WakeCause) => void;
  readonly onState: (state: SourceState) => void;
  /** The request for it leaves. */
  readonly onAsking: () => void;
  /** Graph answered (null), or could not be asked. */
  readonly onGraph: (failure: GraphFailure | null) => void;
}
