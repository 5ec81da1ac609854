import type { DriveWebhook, WebhookHold } from '../../../src/core/wake/sources.ts';
import type { SourceState, WakeEvents } from '../../../src/core/wake/wake-events.ts';

/** An address where Microsoft may reach us, by script; there is none unless said otherwise. */
export class WebhookDouble implements DriveWebhook {
  wished: ReturnType<DriveWebhook['use']> = 'off';
  /** What happened, such as `hold` and `release`. */
  readonly heard: string[] = [];
  holder: WakeEvents | null = null;
  #state: SourceState = { state: 'connecting' };

  readonly use = (): ReturnType<DriveWebhook['use']> => this.wished;

  readonly hold = (holder: WakeEvents): WebhookHold => {
    this.heard.push('hold');
    this.holder = holder;
    this.#state = { state: 'connecting' };
    const state = (): SourceState => this.#state;
    return {
      get state() {
        return state();
      },
      vitals: { lastDelivery: null, ignored: 0 },
      again: () => this.heard.push('again'),
      release: () => {
        this.heard.push('release');
        this.holder = null;
      },
    };
  };

  say(state: SourceState): void {
    this.#state = state;
    this.holder?.onState(state);
  }

  live(): void {
    const times = { since: 0, expiresAt: 2, renewsAt: 1 };
    this.say({ state: 'live', connection: { via: 'webhook', ...times } });
    this.holder?.onWake('joined');
  }
}
