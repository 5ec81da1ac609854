import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give away by themselves: until it is used nobody else gets it by chance. */
const [first, count] = [20_000, 12_000];

/** One that nobody had a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    const server = createServer();
    const isFree = await once(server.listen(port, '127.0.0.1'), 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    await once(server.close(), 'close');
    return port;
  }
}
