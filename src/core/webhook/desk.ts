import { randomUUID } from 'node:crypto';
import type { WebhookCheck, WebhookReport } from '../../shared/diagnostics.ts';
import type { Outcome } from '../../shared/ipc.ts';
import type { WakeSource, WebhookView } from '../../shared/snapshot.ts';
import type { KeptConfig } from '../settings/kept-config.ts';
import type { Net } from '../ports.ts';
import type { Config } from '../settings/settings.ts';
import { timeLimit } from '../time/timing.ts';
import { addressOf } from './address.ts';
import type { Webhooks } from './webhooks.ts';

/** As long as Microsoft waits for the same answer. */
const limitMs = 10_000;

export interface WebhookDeskParts {
  readonly net: Pick<Net, 'fetch'>;
  readonly config: Pick<KeptConfig, 'value' | 'drive'>;
  readonly configure: (patch: Partial<Omit<Config, 'version'>>) => Outcome<void>;
  readonly allowsLoopback: boolean;
  readonly webhooks: () => Pick<Webhooks, 'report' | 'retry' | 'doubt'>;
  readonly signal: AbortSignal;
}

/** Where a person says at which address Microsoft reaches this computer, and finds out whether it does. */
export class WebhookDesk {
  readonly #parts: WebhookDeskParts;

  constructor(parts: WebhookDeskParts) {
    this.#parts = parts;
  }

  /** An empty address: none. */
  set(wished: WebhookView): Outcome<void> {
    const url = wished.url?.trim() ?? '';
    const address = addressOf(url, this.#parts.allowsLoopback);
    if (url !== '' && !address) return { ok: false, code: 'address-not-public' };
    return this.#parts.configure({ webhook: { ...wished, url: address?.url ?? null } });
  }

  wakeBy(watchId: string, source: WakeSource): Outcome<void> {
    const { config, configure } = this.#parts;
    if (!config.drive(watchId)) return { ok: false, code: 'not-found' };
    const chosen = config.value.drives.map((drive) =>
      drive.watchId === watchId ? { ...drive, wakeBy: source } : drive,
    );
    return configure({ drives: chosen });
  }

  report(): Outcome<WebhookReport> {
    return { ok: true, value: this.#parts.webhooks().report };
  }

  /** Asks at the address as Microsoft does, from here. */
  async check(): Promise<Outcome<WebhookCheck>> {
    const { config, webhooks } = this.#parts;
    const { url } = config.value.webhook;
    const { state } = webhooks().report;
    if (url === null || state === 'off') return { ok: false, code: 'not-found' };
    if (state === 'port-taken') return { ok: true, value: { how: 'port-taken' } };
    const value = await this.#ask(new URL(url));
    if (value.how === 'ours') webhooks().retry();
    else webhooks().doubt();
    return { ok: true, value };
  }

  async #ask(url: URL): Promise<WebhookCheck> {
    const nonce = `Check: ${randomUUID()}`;
    url.searchParams.set('validationToken', nonce);
    using limit = timeLimit(this.#parts.signal, limitMs);
    try {
      const answer = await this.#parts.net.fetch(url.href, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: limit.signal,
      });
      if (answer.status !== 200) {
        await answer.body?.cancel();
        return { how: 'answer', status: answer.status };
      }
      return { how: (await isSaid(answer, nonce)) ? 'ours' : 'other' };
    } catch {
      return { how: 'silent' };
    }
  }
}

/** Never reads more than that would take. */
async function isSaid(answer: Response, nonce: string): Promise<boolean> {
  const type = answer.headers.get('content-type') ?? '';
  const expected = new TextEncoder().encode(nonce);
  const said: number[] = [];
  for await (const chunk of answer.body ?? []) {
    said.push(...chunk.subarray(0, expected.length + 1));
    if (said.length > expected.length) break;
  }
  return /^text\/plain\b/i.test(type) && Buffer.from(said).equals(expected);
}
