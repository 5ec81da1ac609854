import * as http from 'node:http';
import * as https from 'node:https';
import type { LocalPost, PostEnd } from '../core/ports.ts';
import { Head } from './head.ts';

/**
 * For each address of `localhost`. One where nobody listens refuses at once; what takes longer is this program
 * itself, which may be busy for longer than the quarter of a second that Node would wait.
 */
const patienceMs = 5000;

/** A server on this computer, asked by Node itself: Chromium would ask the system's proxy for it. */
export function loopbackPost(): LocalPost {
  return {
    post: (url, json, { signal }) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve({ how: 'stopped', output: '' });
        else send(new URL(url), json, { signal, resolve });
      }),
  };
}

interface Asking {
  readonly signal: AbortSignal;
  readonly resolve: (end: PostEnd) => void;
}

function send(url: URL, json: string, { signal, resolve }: Asking): void {
  const head = new Head();
  const { request } = url.protocol === 'https:' ? https : http;
  const options = {
    method: 'POST',
    // One of its own: the one for all may be told of a proxy by the environment.
    agent: false,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) },
    // The types do not know of it.
    autoSelectFamilyAttemptTimeout: patienceMs,
  };
  const asked = request(url, options);
  const end = (how: PostEnd): void => {
    signal.removeEventListener('abort', stop);
    resolve(how);
    asked.destroy();
  };
  const stop = (): void => end({ how: 'stopped', output: head.text });
  asked.on('error', () => end({ how: 'not-started' }));
  asked.once('response', (answer) => {
    const answered = (): void =>
      end({ how: 'answer', status: answer.statusCode ?? 0, output: head.text });
    answer.on('data', (chunk: Buffer) => {
      head.add(chunk);
      if (head.isFull) answered();
    });
    // However the answer ends, its status has come.
    answer.on('error', answered);
    answer.once('close', answered);
  });
  signal.addEventListener('abort', stop, { once: true });
  asked.end(json);
}
