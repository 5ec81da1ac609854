import type { Translated } from '../translated.ts';
import type { diagnostics as en } from '../en/diagnostics.ts';

export const diagnostics: Translated<'de', typeof en> = {
  'diagnostics.title': 'Diagnose',
  'diagnostics.test': 'Testbenachrichtigung senden',
  'diagnostics.tested':
    'Gesendet. Wenn Sie nichts sehen, prüfen Sie die Benachrichtigungseinstellungen Ihres Computers.',
  'diagnostics.report': 'Bericht anzeigen …',
  'diagnostics.drives': 'Laufwerke',
  'diagnostics.state': 'Zustand',
  'diagnostics.connection': 'Live-Verbindung',
  'diagnostics.connection.none': 'Keine',
  'diagnostics.connection.library':
    'Seit {{since}}, über socket.io-client (Engine.IO {{protocol}})',
  'diagnostics.connection.loop':
    'Seit {{since}}, über den eigenen Client von Drivebell (Engine.IO {{protocol}})',
  'diagnostics.connection.webhook':
    'Seit {{since}}, über Webhook: Microsoft ruft Ihre eigene Adresse auf, bis zu einige Minuten nach einer Änderung',
  'diagnostics.renewal': 'Nächste Erneuerung',
  'diagnostics.renewal.times': '{{renews}}; endet sonst {{ends}}',
  'diagnostics.last-wake': 'Zuletzt geweckt',
  'diagnostics.wake.push': '{{time}}, durch eine Live-Meldung',
  'diagnostics.wake.webhook': '{{time}}, durch Ihren Webhook',
  'diagnostics.wake.joined': '{{time}}, durch das Verbinden',
  'diagnostics.wake.poll': '{{time}}, durch regelmäßiges Nachsehen',
  'diagnostics.wake.asked': '{{time}}, weil jemand danach gefragt hat',
  'diagnostics.wake.retry': '{{time}}, um noch einmal nachzusehen',
  'diagnostics.wake.names': '{{time}}, beim Lernen der Namen',
  'diagnostics.last-reading': 'Zuletzt gelesen',
  'diagnostics.reading_one': '{{time}}, mit {{count, number}} Änderung',
  'diagnostics.reading_other': '{{time}}, mit {{count, number}} Änderungen',
  'diagnostics.reading.nothing': '{{time}}, nichts Neues',
  'diagnostics.last-failure': 'Letzter Fehler',
  'diagnostics.failure.reading': '{{time}}, beim Lesen: {{why}}',
  'diagnostics.failure.push': '{{time}}, Live-Meldungen: {{why}}',
  'diagnostics.failure.webhook': '{{time}}, Ihr Webhook: {{why}}',
  'diagnostics.never': 'Seit dem Start von Drivebell nicht',
  'diagnostics.hooks': 'Hooks',
  'diagnostics.hooks.empty': 'Seit dem Start von Drivebell ist keiner gelaufen.',
  'diagnostics.hooks.rule-gone': 'Eine Regel, die es nicht mehr gibt',
  'diagnostics.hooks.line': '{{time}} · {{rule}} · {{outcome}}',
  'diagnostics.hooks.let-go_one':
    '{{count, number}} Änderung wurde ausgelassen, weil zu viele warteten.',
  'diagnostics.hooks.let-go_other':
    '{{count, number}} Änderungen wurden ausgelassen, weil zu viele warteten.',
  'hook-run.exit': 'Exit-Code {{code}}',
  'hook-run.status': 'HTTP-Status {{code}}',
  'hook-run.refused': 'HTTP-Status {{code}}, eine Weiterleitung, der nicht gefolgt wird',
  'hook-run.timed-out': 'nach 10 Sekunden beendet',
  'hook-run.not-started.command': 'das Programm ließ sich nicht starten',
  'hook-run.not-started.post': 'der Server war nicht erreichbar',

  'report.title': 'Bericht für alle, die Ihnen helfen',
  'report.note':
    'Nur das hier wird kopiert. Es nennt keine Personen, Laufwerke oder Dateien und enthält keine Passwörter oder Schlüssel. Nichts wird irgendwohin gesendet.',
  'report.text': 'Bericht',
  'report.copy': 'Kopieren',
  'report.close': 'Schließen',
  'row.why': 'Warum benachrichtigt oder nicht?',
  'why.title': 'Warum benachrichtigt oder nicht?',
  'why.close': 'Schließen',
  'why.told': 'Sie wurden darüber benachrichtigt.',
  'why.listed': 'Es wurde nur aufgelistet, ohne Benachrichtigung.',
  'why.ignored': 'Es wurde ignoriert.',
  'why.own':
    'Diese Änderung ist von Ihnen. Eigene Änderungen werden ohne Benachrichtigung aufgelistet.',
  'why.waiting': 'Darüber wird gerade entschieden.',
  'why.unknown':
    'Darüber wurde nichts festgehalten. Das Laufwerk wurde nicht mehr beobachtet, als es zu entscheiden war.',
  'why.held.paused': 'Es wurde zurückgestellt: Benachrichtigungen waren pausiert.',
  'why.held.quiet-hours': 'Es wurde zurückgestellt: Es kam während Ihrer Ruhezeit.',
  'why.held.away':
    'Es wurde zurückgestellt: Es geschah, während der Computer schlief oder Drivebell nicht lief.',
  'why.held.digest': 'Es wurde zurückgestellt: Sie werden zu festen Zeiten benachrichtigt.',
  'why.told-since': 'Sie wurden seitdem darüber benachrichtigt, zusammen mit anderem.',
  'why.due': 'Sie werden zusammen mit anderem darüber benachrichtigt: {{time}}.',
  'why.due.soon': 'Sie werden benachrichtigt, sobald alle Laufwerke gelesen sind.',
  'why.due.resume': 'Sie werden benachrichtigt, sobald Sie Benachrichtigungen fortsetzen.',
  'why.rule': 'Die Regel, die entschieden hat: {{rule}}.',
  'why.rule-gone': 'Die Regel, die entschieden hat, wurde inzwischen entfernt.',
  'why.no-rule': 'Keine Regel passt darauf; dann werden Sie benachrichtigt.',
  'why.system': 'Falls Sie nichts gesehen haben: {{trouble}}',
};
