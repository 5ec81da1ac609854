/** What of the old servers is used; as aliases they come without types. */
declare module 'socket.io-2' {
  import type { Server as HttpServer } from 'node:http';

  export default function listen(http: HttpServer, options: object): unknown;
}

declare module 'socket.io-3' {
  import type { Server as HttpServer } from 'node:http';

  export const Server: new (http: HttpServer, options: object) => unknown;
}
