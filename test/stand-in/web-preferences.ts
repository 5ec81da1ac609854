import path from 'node:path';
import type { WebPreferences } from 'electron';

/** Played, or without an effect that a test could see. */
const understood = new Set([
  'preload',
  'session',
  'partition',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'devTools',
  'backgroundThrottling',
  'additionalArguments',
  'safeDialogs',
  'disableDialogs',
  'plugins',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'disableBlinkFeatures',
  'autoplayPolicy',
  'disableHtmlFullscreenWindowResize',
]);

/** Only the hardened defaults are played: a page that wants more would test something else. */
const only: Partial<Record<keyof WebPreferences, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

export function checkWebPreferences(preferences: WebPreferences): void {
  for (const [key, value] of Object.entries(preferences)) {
    const wanted = only[key as keyof WebPreferences];
    const refused = wanted !== undefined && value !== undefined && value !== wanted;
    if (!understood.has(key) || refused) {
      throw new Error(`stand-in: webPreferences.${key} = ${String(value)} is not implemented`);
    }
  }
}

export function preloadOf(preferences: WebPreferences): string | null {
  const { preload } = preferences;
  if (!preload) return null;
  if (path.isAbsolute(preload)) return preload;
  process.stderr.write('preload script must have absolute path.\n');
  return null;
}
