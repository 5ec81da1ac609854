import { EventEmitter } from 'node:events';

type Handler = (...args: readonly never[]) => unknown;

/** Keeps the handlers a session was given, by the name of what gave them. */
export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly fetched: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  hasSpellChecker = true;
  hasCache = true;
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => this.handlers.set('onBeforeRequest', handler),
  };

  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('permissionRequest', handler);
  }

  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('permissionCheck', handler);
  }

  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('devicePermission', handler);
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.hasSpellChecker = isEnabled;
  }

  async fetch(url: string, init?: RequestInit): Promise<Response> {
    this.fetched.push({ url, init });
    return new Response('fetched');
  }
}
