import { askEndpoint, type Endpoint, type EndpointFailure } from '../graph/endpoint.ts';
import type { Graph } from '../graph/graph.ts';
import type { Hosts } from '../hosts.ts';
import type { Clock } from '../ports.ts';
import type { WakeEvents } from './wake-events.ts';

const renewAheadMs = 120_000;
const triedAgainMs = 30_000;

export interface EndpointsParts extends Pick<WakeEvents, 'onAsking' | 'onGraph'> {
  readonly driveId: string;
  readonly graph: Graph;
  readonly hosts: Hosts;
  readonly clock: Clock;
}

/** One drive's endpoints. Each costs a request, so the one there is may be tried more than once. */
export class Endpoints {
  readonly #parts: EndpointsParts;
  #last: { readonly endpoint: Endpoint; readonly until: number } | null = null;

  constructor(parts: EndpointsParts) {
    this.#parts = parts;
  }

  /** Another than there was. */
  async next(signal: AbortSignal): Promise<Endpoint | EndpointFailure> {
    const { graph, driveId, hosts, clock, onAsking, onGraph } = this.#parts;
    this.#last = null;
    const at = { clock, signal, onLeave: onAsking };
    const endpoint = await askEndpoint(graph, driveId, hosts, at);
    if (signal.aborted) return endpoint;
    if (endpoint.ok || endpoint.kind === 'push') onGraph(null);
    else onGraph(endpoint.failure);
    if (endpoint.ok) {
      const enough = performance.now() + triedAgainMs * graph.pace.factor;
      this.#last = { endpoint, until: Math.min(enough, renewalOf(endpoint)) };
    }
    return endpoint;
  }

  /** The one there is while it is new, else another. */
  async current(signal: AbortSignal): Promise<Endpoint | EndpointFailure> {
    const last = this.#last;
    return last && performance.now() < last.until ? last.endpoint : this.next(signal);
  }

  /** It is not to be tried again. */
  drop(): void {
    this.#last = null;
  }
}

/** When another should be asked for: two minutes ahead of the end, or halfway through a shorter life. */
export function renewalOf({ endsAt }: Endpoint): number {
  return endsAt - Math.min(renewAheadMs, (endsAt - performance.now()) / 2);
}
