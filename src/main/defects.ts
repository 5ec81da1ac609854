import { app, dialog } from 'electron';
import { describe } from '../core/describe.ts';
import { ConfigNewer } from '../core/settings/kept-config.ts';
import type { Log } from '../core/ports.ts';
import { DatabaseUnusable } from '../core/store/database.ts';
import type { Translate } from '../shared/texts/translate.ts';
import { UnusableOption } from './options.ts';

/** What is thrown and caught by nobody ends the app with a word, rather than leaving a tray icon that watches nothing. */
export function endOnDefects(t: Translate, log: Log): void {
  process.on('unhandledRejection', (thrown) => log.warn('defect', { why: describe(thrown) }));
  process.on('uncaughtException', (thrown) => {
    log.warn('defect', { why: describe(thrown), fatal: true });
    dialog.showErrorBox(t('start.defect.title'), t('start.defect'));
    app.exit(1);
  });
}

/** Says why the app cannot start, and ends it. */
export function endAtStart(t: Translate, log: Log, thrown: unknown): void {
  log.warn('not-started', { why: describe(thrown) });
  dialog.showErrorBox(t('start.title'), reasonFor(t, thrown));
  app.exit(1);
}

function reasonFor(t: Translate, thrown: unknown): string {
  if (thrown instanceof DatabaseUnusable) return t(`start.${thrown.code}`);
  if (thrown instanceof ConfigNewer) return t('start.config-newer');
  // Only developers meet these, who set the variable.
  return thrown instanceof UnusableOption ? thrown.message : t('start.internal');
}
