import type { Api } from '../shared/ipc.ts';

declare global {
  interface Window {
    /** Built by the preload script. */
    readonly drivebell: Api;
  }
}
