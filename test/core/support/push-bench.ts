import { vi } from 'vitest';
import type { GraphAnswer } from '../../../src/core/graph/graph.ts';
import { clouds } from '../../../src/core/clouds.ts';
import type { Reason } from '../../../src/shared/snapshot.ts';
import { Push } from '../../../src/core/wake/push.ts';
import { heardLog, noon, timerClock } from './doubles.ts';
import { PushNet, type PushSocket } from './push-net.ts';
import { answerOf, ScriptedGraph } from './scripted-graph.ts';

export const minute = 60_000;
/** How long an endpoint lives. */
export const life = 30 * minute;

/** One push line in virtual time, its Graph and its push service by script. Needs `end`. */
export class PushBench {
  readonly net = new PushNet();
  readonly graph = new ScriptedGraph(() => this.endpoint());
  readonly log = heardLog();
  /** Wakes and states as they come, such as `live` and `down push-lost`. */
  readonly heard: string[] = [];
  readonly reached: (string | null)[] = [];
  readonly push: Push;
  barred: Reason | null = null;
  othersAreLive = false;

  constructor() {
    vi.useFakeTimers({ now: noon });
    vi.spyOn(Math, 'random').mockReturnValue(1);
    this.push = new Push({
      driveId: 'drive-1',
      graph: this.graph,
      hosts: clouds.global,
      net: this.net,
      clock: timerClock,
      log: this.log,
      choice: { preferred: null },
      sockets: { barred: () => this.barred, othersAreLive: () => this.othersAreLive },
      onWake: (cause) => this.heard.push(`wake ${cause}`),
      onState: (state) => this.heard.push('reason' in state ? `down ${state.reason}` : state.state),
      onAsking: () => undefined,
      onGraph: (failed) => this.reached.push(failed?.code ?? null),
    });
  }

  end(): void {
    this.push.stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  }

  endpoint(path = '/notifications', lifeMs = life): GraphAnswer {
    return answerOf({
      notificationUrl: `https://westeurope1-0.pushnp.svc.ms${path}?token=t${this.graph.asked.length}&applicationId=app`,
      expirationDateTime: new Date(Date.now() + lifeMs).toISOString(),
    });
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Frames are taken in a turn later than they come. */
  async hear(socket: PushSocket, frame: string): Promise<void> {
    socket.say(frame);
    await this.pass(0);
  }

  /** Starts; from here on what is heard is kept anew. */
  async begun(): Promise<void> {
    this.push.start();
    await this.pass(0);
    this.heard.length = 0;
    this.reached.length = 0;
  }

  async started(): Promise<PushSocket> {
    await this.begun();
    return this.net.last;
  }
}
