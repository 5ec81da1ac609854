import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const program = '/usr/sbin/nginx';
const openssl = '/usr/bin/openssl';

export interface Nginx extends AsyncDisposable {
  /** As somebody asks who trusts its certificate, by its public name. */
  readonly fetch: typeof fetch;
}

interface Ports {
  /** Where it is asked. */
  readonly public: number;
  /** Where it passes on to. */
  readonly local: number;
}

/** The distribution's own nginx, with a server as `docs/webhook.md` writes it. */
export async function startNginx(name: string, ports: Ports): Promise<Nginx> {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-nginx-'));
  mkdirSync(join(dir, 'temp'));
  const ca = certificate(dir, name);
  writeFileSync(join(dir, 'nginx.conf'), configuration(dir, ports));
  const server = spawn(program, ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(server, 'exit');
  await listening(ports.public, () => {
    if (server.exitCode !== null) throw new Error(said);
  });
  return {
    fetch: (asked, init) => ask(new URL(asked instanceof Request ? asked.url : asked), init, ca),
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGKILL');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };

  function ask(url: URL, init: RequestInit = {}, trusted: Buffer): Promise<Response> {
    const answer = Promise.withResolvers<Response>();
    const asked = request(
      {
        host: '127.0.0.1',
        port: ports.public,
        servername: url.hostname,
        ca: trusted,
        path: `${url.pathname}${url.search}`,
        method: init.method ?? 'GET',
        headers: { host: url.host, ...Object.fromEntries(new Headers(init.headers)) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => {
          const { statusCode: status = 0 } = response;
          const headers = Object.entries(response.headers).map(([key, value]): [string, string] => [
            key,
            String(value),
          ]);
          const body = chunks.length === 0 ? null : Buffer.concat(chunks);
          answer.resolve(new Response(body, { status, headers }));
        });
      },
    );
    asked.once('error', answer.reject);
    asked.end(typeof init.body === 'string' ? init.body : '');
    return answer.promise;
  }
}

function certificate(dir: string, name: string): Buffer {
  const [key, cert] = [join(dir, 'privkey.pem'), join(dir, 'fullchain.pem')];
  const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=${name}`;
  const named = ['-addext', `subjectAltName=DNS:${name}`, '-keyout', key, '-out', cert];
  const { status, stderr } = spawnSync(openssl, [...words.split(' '), ...named]);
  if (status !== 0) throw new Error(stderr.toString());
  return readFileSync(cert);
}

/** The page's own words; only where things lie is this test's. */
function configuration(dir: string, ports: Ports): string {
  const page = readFileSync(new URL('../../docs/webhook.md', import.meta.url), 'utf8');
  const [, server = ''] = /```nginx\n(.*?)```/s.exec(page) ?? [];
  const here = server
    .replace('listen 443', `listen 127.0.0.1:${ports.public}`)
    .replaceAll('/etc/letsencrypt/live/bell.example.com', dir)
    .replace('127.0.0.1:8765', `127.0.0.1:${ports.local}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
master_process off;
pid ${dir}/nginx.pid;
error_log stderr;
events {}
http {
${temporary.map((what) => `${what}_temp_path ${dir}/temp/${what};`).join('\n')}
access_log off;
${here}
}
`;
}

async function listening(port: number, check: () => void): Promise<void> {
  for (;;) {
    check();
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await delay(10);
  }
}
