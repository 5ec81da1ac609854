import type { Simulator } from '../simulator.ts';

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GraphBody;
}

export interface GraphItem {
  readonly id: string;
  readonly name?: string;
  readonly eTag?: string;
  readonly size?: number;
  readonly deleted?: object;
  readonly root?: object;
  readonly webUrl?: string;
  readonly parentReference?: Readonly<Record<string, string>>;
  readonly [property: string]: unknown;
}

interface GraphBody {
  readonly value: readonly GraphItem[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly error: { readonly code: string; readonly message: string };
  readonly [property: string]: unknown;
}

/** A plain client of Graph: asks with a token, by path or by a link it was given. */
export class Asking {
  readonly #origin: string;
  readonly #token: string;

  constructor(simulator: Simulator, username: string, scopes?: readonly string[]) {
    this.#origin = simulator.origin;
    this.#token = simulator.entra.accessToken(username, { scopes });
  }

  async get(pathOrLink: string, headers: Record<string, string> = {}): Promise<GraphAnswer> {
    const url = new URL(pathOrLink, this.#origin);
    const authorization = `Bearer ${this.#token}`;
    const answer = await fetch(url, {
      headers: { authorization, ...headers },
      redirect: 'manual',
    });
    const body = (await answer.json()) as GraphBody;
    return { status: answer.status, headers: answer.headers, body };
  }

  /** Follows a delta run to its end. */
  async run(pathOrLink: string): Promise<Run> {
    const pages: (readonly GraphItem[])[] = [];
    let next: string | undefined = pathOrLink;
    for (;;) {
      const { status, body }: GraphAnswer = await this.get(next);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      pages.push(body.value);
      const link = body['@odata.deltaLink'];
      if (link !== undefined) return { pages, items: pages.flat(), link };
      next = body['@odata.nextLink'];
      if (next === undefined) throw new Error('Neither link');
    }
  }
}

export interface Run {
  readonly pages: readonly (readonly GraphItem[])[];
  readonly items: readonly GraphItem[];
  readonly link: string;
}

export function names(items: readonly GraphItem[]): (string | undefined)[] {
  return items.map(({ name }) => name);
}
