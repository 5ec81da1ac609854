import { clouds } from '../../../src/core/clouds.ts';
import { Graphs } from '../../../src/core/accounts/graphs.ts';
import { handClock, heardLog, serverClockOn } from './doubles.ts';
import { FetchNet, graphError } from './fetched.ts';

/** Ways to Graph whose tokens are the names of their accounts; what is not said is not found. */
export class GraphsBench {
  readonly clock = handClock();
  /** By account and path, such as `home /me`. */
  readonly answers = new Map<string, () => Response>();
  readonly net = new FetchNet((url, init) => {
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const answer = this.answers.get(`${token} ${new URL(url).pathname.replace('/v1.0', '')}`);
    return answer?.() ?? graphError(404, 'itemNotFound');
  });
  readonly graphs = new Graphs({
    net: this.net,
    clouds,
    serverClock: serverClockOn(this.clock),
    log: heardLog(),
    userAgent: 'test',
    tokenSource: ({ homeAccountId }) => ({
      token: () => Promise.resolve({ ok: true, value: homeAccountId }),
      challengedAgain: () => undefined,
    }),
  });
}
