import type { Protocol } from './packets.ts';

/** The URL's path is the namespace; the HTTP path is always the same. Its query is nobody's to rewrite. */
export function socketUrl({ protocol: scheme, host, search }: URL, protocol: Protocol): string {
  const query = search === '' ? '' : `${search.slice(1)}&`;
  return `${scheme.replace('http', 'ws')}//${host}/socket.io/?${query}EIO=${protocol}&transport=websocket`;
}
