import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Cloud } from '../test/support/harness.ts';
import type { DriveKey } from '../test/simulator/simulator.ts';

interface State {
  readonly origin: string;
  readonly clientId: string;
  readonly accounts: readonly string[];
  readonly drives: readonly { readonly key: string; readonly id: string }[];
}

/** A request to Graph, as it arrived. */
export interface Arrival {
  /** ms since 1970. */
  readonly at: number;
  readonly path: string;
}

/** The simulator in a process of its own, so that its work is not counted as the client's. */
export class RemoteSimulator implements Disposable {
  readonly #process: ChildProcess;
  readonly #state: State;

  private constructor(process: ChildProcess, state: State) {
    this.#process = process;
    this.#state = state;
  }

  /** `libraries`: so many small ones more. */
  static async start(libraries = 0): Promise<RemoteSimulator> {
    const cli = join(import.meta.dirname, '..', 'test', 'simulator', 'cli.ts');
    const args = [cli, '--libraries', String(libraries)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
      return new RemoteSimulator(child, JSON.parse(line) as State);
    }
    throw new Error('The simulator did not start.');
  }

  get cloud(): Cloud {
    const { origin, clientId, accounts, drives } = this.#state;
    const [username = ''] = accounts;
    return {
      origin,
      clientId,
      accounts: { work: { username } },
      drives: Object.fromEntries(drives.map(({ key, id }) => [key, { id }])) as Cloud['drives'],
    };
  }

  get libraryIds(): readonly string[] {
    return this.#state.drives.filter(({ key }) => key.startsWith('library-')).map(({ id }) => id);
  }

  async push(deed: 'kill' | 'revive'): Promise<void> {
    await this.#ask('push', { do: deed });
  }

  /** What has been asked of these libraries' drives, in order. */
  async arrivals(): Promise<readonly Arrival[]> {
    const route = encodeURIComponent('GET /v1.0/drives/*');
    const { requests } = await this.#ask<{ requests: Arrival[] }>(`requests?route=${route}`);
    return requests;
  }

  async firstFile(drive: DriveKey): Promise<string> {
    const { paths } = await this.#ask<{ paths: string[] }>(`drives/${drive}/paths?kind=file`);
    return paths[0] ?? '';
  }

  async edit(drive: DriveKey, item: string): Promise<void> {
    await this.#ask(`drives/${drive}/changes`, { do: 'edit', item, by: 'Adele Vance' });
  }

  async accessToken(): Promise<string> {
    const scopes = ['User.Read', 'Files.Read', 'Files.Read.All'];
    const account = this.cloud.accounts.work.username;
    const issued = await this.#ask<{ accessToken: string }>('tokens', {
      do: 'issue',
      account,
      scopes,
    });
    return issued.accessToken;
  }

  [Symbol.dispose](): void {
    this.#process.kill();
  }

  async #ask<T>(route: string, body?: object): Promise<T> {
    const url = `${this.#state.origin}/_control/${route}`;
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}
