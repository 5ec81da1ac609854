import type { Clouds } from '../clouds.ts';
import { Graph, type GraphParts } from '../graph/graph.ts';
import type { TokenSource } from '../sign-in/token-source.ts';
import type { TokenOwner } from '../sign-in/tokens.ts';

export interface GraphsParts extends Omit<GraphParts, 'tokens' | 'hosts'> {
  readonly clouds: Clouds;
  readonly tokenSource: (owner: TokenOwner) => TokenSource;
}

/** The way to Graph of each account, one apiece: throttling is per account. */
export class Graphs {
  readonly #parts: GraphsParts;
  readonly #graphs = new Map<string, Graph>();

  constructor(parts: GraphsParts) {
    this.#parts = parts;
  }

  of(owner: TokenOwner): Graph {
    const known = this.#graphs.get(owner.accountId);
    if (known) return known;
    const { clouds, tokenSource } = this.#parts;
    const graph = new Graph({
      ...this.#parts,
      hosts: clouds[owner.cloud],
      tokens: tokenSource(owner),
    });
    this.#graphs.set(owner.accountId, graph);
    return graph;
  }

  drop({ accountId }: Pick<TokenOwner, 'accountId'>): void {
    this.#graphs.delete(accountId);
  }
}
