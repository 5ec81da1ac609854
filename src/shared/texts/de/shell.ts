import type { shell as en } from '../en/shell.ts';

export const shell: Record<keyof typeof en, string> = {
  'toast.alarm_one': '{{count, number}} Element wurde in {{drive}} gelöscht',
  'toast.alarm_other': '{{count, number}} Elemente wurden in {{drive}} gelöscht',
  'toast.alarm-by-one_one': '{{actor}} hat {{count, number}} Element in {{drive}} gelöscht',
  'toast.alarm-by-one_other': '{{actor}} hat {{count, number}} Elemente in {{drive}} gelöscht',
  'toast.alarm.body': 'Das ist viel in kurzer Zeit. Klicken Sie, um den Papierkorb zu öffnen.',
  'toast.after.away': 'Während Sie weg waren: {{title}}',
  'toast.after.paused': 'Während der Pause: {{title}}',
  'toast.after.quiet-hours': 'Während der Ruhezeit: {{title}}',
  'toast.after.digest': 'Zusammenfassung: {{title}}',
  'toast.drives_one': '{{changes, number}} Änderungen in {{count, number}} Laufwerk',
  'toast.drives_other': '{{changes, number}} Änderungen in {{count, number}} Laufwerken',
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
  'toast.deleted-by-one_one': '{{actor}} hat {{count, number}} Element in {{drive}} gelöscht',
  'toast.deleted-by-one_other': '{{actor}} hat {{count, number}} Elemente in {{drive}} gelöscht',
  'toast.mentioned_one': 'Sie wurden {{count, number}} Mal in {{drive}} erwähnt',
  'toast.mentioned_other': 'Sie wurden {{count, number}} Mal in {{drive}} erwähnt',
  'toast.more_one': 'und {{count, number}} weiteres',
  'toast.more_other': 'und {{count, number}} weitere',
  'toast.not-live': 'Seit 15 Minuten nicht live',
  'toast.sign-in': 'Neu anmelden',
  'toast.sign-in.body':
    'Bis {{username}} wieder angemeldet ist, erfährt Drivebell nichts über Änderungen in den Laufwerken dieses Kontos.',

  'start.title': 'Drivebell kann nicht starten',
  'start.database-newer':
    'Die Daten stammen von einem neueren Drivebell. Bitte installieren Sie diese Version.',
  'start.database-unusable':
    'Die Daten lassen sich nicht öffnen. Vielleicht ist der Datenträger voll oder der Ordner schreibgeschützt.',
  'start.internal': 'In Drivebell oder auf diesem Computer stimmt etwas nicht.',
  'start.defect.title': 'Drivebell muss beendet werden',
  'start.defect': 'In Drivebell ist etwas schiefgegangen. Bitte starten Sie es neu.',

  'browser.signed-in': 'Sie sind angemeldet',
  'browser.not-signed-in': 'Sie sind nicht angemeldet',
  'browser.go-back': 'Sie können diese Seite schließen und zu Drivebell zurückkehren.',

  'tray.unread_one': '{{count, number}} ungelesene Änderung',
  'tray.unread_other': '{{count, number}} ungelesene Änderungen',
  'tray.open': 'Drivebell öffnen',
  'tray.pause': 'Benachrichtigungen pausieren',
  'tray.pause.one-hour': 'Für 1 Stunde',
  'tray.pause.tomorrow': 'Bis morgen',
  'tray.pause.until-resumed': 'Bis ich fortsetze',
  'tray.resume': 'Benachrichtigungen fortsetzen',
  'tray.settings': 'Einstellungen …',
  'tray.quit': 'Drivebell beenden',
};
