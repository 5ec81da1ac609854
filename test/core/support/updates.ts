import type { Updater } from '../../../src/core/ports.ts';

/** Of an app that somebody else updates: nothing asks it. */
export const noUpdater: Updater = {
  look: () => Promise.reject(new Error('Nobody asks.')),
  download: () => Promise.reject(new Error('Nobody asks.')),
  install: () => Promise.reject(new Error('Nobody asks.')),
};
