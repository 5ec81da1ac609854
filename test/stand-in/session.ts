import path from 'node:path';
import type { FromPartitionOptions, Session as ElectronSession } from 'electron';
import { app } from './app.ts';
import { lifecycle } from './lifecycle.ts';
import { fetchLikeChromium } from './net-fetch.ts';
import { SessionProtocol } from './session-protocol.ts';
import { loud, strictEmitter } from './strict.ts';
import { WebRequest } from './web-request.ts';

type Played = Pick<
  ElectronSession,
  | 'isPersistent'
  | 'getStoragePath'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'resolveProxy'
  | 'forceReloadProxyConfig'
  | 'closeAllConnections'
  | 'clearStorageData'
  | 'clearCache'
  | 'clearAuthCache'
  | 'clearHostResolverCache'
  | 'getUserAgent'
  | 'setUserAgent'
>;

/**
 * Permissions are only noted: headless Chromium grants none, so there is nothing to ask.
 * No cookies, no cache and no proxy: `fetch` is Node's.
 */
export class Session extends strictEmitter('session') implements Played {
  readonly protocol = new SessionProtocol();
  readonly webRequest = new WebRequest();
  readonly #partition: string;
  #spellChecker = true;
  #userAgent = '';

  constructor(partition: string) {
    super();
    this.#partition = partition;
  }

  get storagePath(): string | null {
    return this.getStoragePath();
  }

  isPersistent(): boolean {
    return this.#partition === '' || this.#partition.startsWith('persist:');
  }

  getStoragePath(): string | null {
    if (!this.isPersistent()) return null;
    const base = app.getPath('sessionData');
    const name = this.#partition.slice('persist:'.length);
    return name ? path.join(base, 'Partitions', name) : base;
  }

  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    return fetchLikeChromium(this, input, init);
  }

  resolveProxy(_url: string): Promise<string> {
    return Promise.resolve('DIRECT');
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecker = enabled;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker;
  }

  getUserAgent(): string {
    const { electron, chrome } = process.versions;
    return (
      this.#userAgent || `${app.name}/${app.getVersion()} Chrome/${chrome} Electron/${electron}`
    );
  }

  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent;
  }

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerLanguages(): void {}

  async closeAllConnections(): Promise<void> {}
  async clearStorageData(): Promise<void> {}
  async clearCache(): Promise<void> {}
  async clearAuthCache(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async forceReloadProxyConfig(): Promise<void> {}
}

const sessions = new Map<string, Session>();

function fromPartition(partition: string, _options?: FromPartitionOptions): Session {
  if (!lifecycle.ready) throw new TypeError('Session can only be received when app is ready');
  let found = sessions.get(partition);
  if (!found) {
    found = new Session(partition);
    sessions.set(partition, found);
    app.emit('session-created', found);
  }
  return found;
}

export const session = loud('session', {
  fromPartition,
  get defaultSession() {
    return fromPartition('');
  },
});
