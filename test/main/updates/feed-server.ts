import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

const releases = '/drivebell/drivebell/releases';
const assets = 'https://release-assets.githubusercontent.com';

/** GitHub's pages of one repository's releases, as electron-updater asks for them, with one release on them. */
export class FeedServer implements AsyncDisposable {
  readonly asked: IncomingMessage[] = [];
  /** In place of what is answered otherwise, by path. */
  readonly instead = new Map<string, Answer>();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  version = '1.1.0';
  /** In the feed: of the file's name, its content and its length. */
  named = 'Drivebell-1.1.0.AppImage';
  file = Buffer.alloc(300_000, 'drivebell ');
  sha512: string | null = null;
  size: number | null = null;

  static async listen(): Promise<FeedServer> {
    const feed = new FeedServer();
    feed.#server.listen(0, '127.0.0.1');
    await once(feed.#server, 'listening');
    return feed;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get paths(): readonly string[] {
    return this.asked.map(({ url = '' }) => url);
  }

  get yml(): string {
    const sha512 = this.sha512 ?? createHash('sha512').update(this.file).digest('base64');
    const size = this.size ?? this.file.length;
    return [
      `version: ${this.version}`,
      'files:',
      `  - url: ${this.named}`,
      `    sha512: ${sha512}`,
      `    size: ${size}`,
      `path: ${this.named}`,
      `sha512: ${sha512}`,
      `releaseDate: '2026-11-20T12:00:00.000Z'`,
      '',
    ].join('\n');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.asked.push(request);
    const { url = '' } = request;
    const instead = [...this.instead].find(([path]) => url.startsWith(path))?.[1];
    if (instead) instead(request, response);
    else this.#usual(url, response);
  }

  #usual(url: string, response: ServerResponse): void {
    const tag = `v${this.version}`;
    const tagged = `https://github.com${releases}/tag/${tag}`;
    if (url === `${releases}.atom`) {
      response.end(
        `<?xml version="1.0"?><feed><entry><title>${tag}</title><link rel="alternate" type="text/html" href="${tagged}"/><content>Notes</content></entry></feed>`,
      );
    } else if (url === `${releases}/latest`) {
      response.writeHead(302, { location: tagged }).end();
    } else if (url === `${releases}/tag/${tag}`) {
      response.end(JSON.stringify({ id: 1, tag_name: tag }));
    } else if (url.endsWith('.yml')) {
      response.end(this.yml);
    } else if (url === `${releases}/download/${tag}/${this.named}`) {
      response.writeHead(302, { location: `${assets}/${this.named}?sig=1` }).end();
    } else if (url === `/${this.named}?sig=1`) {
      response.writeHead(200, { 'content-length': this.file.length }).end(this.file);
    } else {
      response.writeHead(404).end('Not Found');
    }
  }
}

export const paths = {
  list: `${releases}.atom`,
  latest: `${releases}/latest`,
  yml: (name: string, version = '1.1.0') => `${releases}/download/v${version}/${name}`,
  asset: (name: string) => `/${name}`,
};
