import type { shell as en } from '../en/shell.ts';

export const shell: Record<keyof typeof en, string> = {
  'toast.many_one': '{{count, number}} Änderung in {{drive}}',
  'toast.many_other': '{{count, number}} Änderungen in {{drive}}',
  'toast.by-one_one': '{{actor}} hat {{count, number}} Änderung in {{drive}} vorgenommen',
  'toast.by-one_other': '{{actor}} hat {{count, number}} Änderungen in {{drive}} vorgenommen',
  'toast.by-many_one':
    '{{actor}} und {{count, number}} weitere Person haben {{changes, number}} Änderungen in {{drive}} vorgenommen',
  'toast.by-many_other':
    '{{actor}} und {{count, number}} weitere Personen haben {{changes, number}} Änderungen in {{drive}} vorgenommen',
  'toast.deleted_one': '{{count, number}} Element in {{drive}} gelöscht',
  'toast.deleted_other': '{{count, number}} Elemente in {{drive}} gelöscht',
  'toast.more_one': 'und {{count, number}} weiteres',
  'toast.more_other': 'und {{count, number}} weitere',

  'tray.unread_one': '{{count, number}} ungelesene Änderung',
  'tray.unread_other': '{{count, number}} ungelesene Änderungen',
  'tray.open': 'Drivebell öffnen',
  'tray.pause': 'Benachrichtigungen pausieren',
  'tray.pause.one-hour': 'Für 1 Stunde',
  'tray.pause.tomorrow': 'Bis morgen',
  'tray.pause.until-resumed': 'Bis ich fortsetze',
  'tray.resume': 'Benachrichtigungen fortsetzen',
  'tray.quit': 'Drivebell beenden',
};
