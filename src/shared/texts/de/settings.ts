import type { settings as en } from '../en/settings.ts';

export const settings: Record<keyof typeof en, string> = {
  'settings.title': 'Einstellungen',
  'settings.notifications': 'Benachrichtigungen',
  'settings.notifications.on': 'Benachrichtigungen sind eingeschaltet.',
  'settings.notifications.paused-until': 'Benachrichtigungen sind bis {{time}} pausiert.',
  'settings.notifications.paused': 'Benachrichtigungen sind pausiert, bis Sie sie fortsetzen.',
  'settings.notifications.note': 'Auch während der Pause stehen Änderungen unter Aktivität.',
  'settings.notifications.own': 'Auch meine eigenen Änderungen melden',
  'settings.notifications.own-note': 'Zum Beispiel solche von einem anderen Gerät.',
  'settings.pause.one-hour': '1 Stunde pausieren',
  'settings.pause.tomorrow': 'Bis morgen pausieren',
  'settings.pause.until-resumed': 'Pausieren, bis ich fortsetze',
  'settings.start': 'Start',
  'settings.start.at-login': 'Drivebell starten, wenn ich mich an diesem Computer anmelde',
  'settings.start.quietly': 'Es startet im Infobereich, ohne sein Fenster zu öffnen.',
  'settings.start.needs-approval':
    'macOS wartet auf Ihre Erlaubnis: Systemeinstellungen, Allgemein, Anmeldeobjekte.',
  'settings.start.not-installed': 'Nur ein installiertes Drivebell kann von selbst starten.',
  'settings.accounts': 'Konten',
  'settings.accounts.add': 'Konto hinzufügen',
  'settings.account.work': 'Geschäfts-, Schul- oder Unikonto',
  'settings.account.personal': 'Persönliches Konto',
  'settings.account.signed-in': 'Angemeldet',
  'settings.account.menu': 'Mehr zu {{username}}',
  'settings.account.remove': 'Entfernen',
  'settings.account.remove.title': '{{name}} entfernen?',
  'settings.account.remove.body_one':
    '{{count, number}} Laufwerk von {{username}} wird danach nicht mehr beobachtet. Die Dateien selbst bleiben unberührt.',
  'settings.account.remove.body_other':
    '{{count, number}} Laufwerke von {{username}} werden danach nicht mehr beobachtet. Die Dateien selbst bleiben unberührt.',
  'settings.account.remove.without-drives':
    'Sie beobachten kein Laufwerk von {{username}}. Die Dateien selbst bleiben unberührt.',
  'settings.account.remove.activity': 'Auch die Aktivität dieser Laufwerke löschen',
  'settings.staying': 'Angemeldet bleiben',
  'settings.staying.weak':
    'Dieses System bietet keinen Schlüsselbund. Ihre Anmeldung liegt in einer Datei, die nicht sicher verschlüsselt ist.',
  'settings.staying.memory':
    'Ihre Anmeldung gilt nur, bis Drivebell beendet wird; danach melden Sie sich neu an.',
  'settings.staying.stop': 'Nicht mehr angemeldet bleiben',
  'settings.registration': 'App-Registrierung',
  'settings.registration.change': 'Ändern',
  'settings.registration.change-named': 'Client-ID für {{cloud}} ändern',
  'settings.registration.note':
    'Alle Konten dieser Cloud ({{cloud}}) müssen sich danach neu anmelden.',
  'diagnostics.title': 'Diagnose',
  'diagnostics.connections': 'Verbindungen',
  'diagnostics.none': '{{state}}, keine Live-Verbindung',
  'diagnostics.via.library':
    'Verbunden seit {{since}} über socket.io-client (Engine.IO {{protocol}}), wird vor {{expires}} erneuert',
  'diagnostics.via.loop':
    'Verbunden seit {{since}} über den eigenen Client von Drivebell (Engine.IO {{protocol}}), wird vor {{expires}} erneuert',
  'settings.about': 'Über',
  'settings.version': 'Drivebell {{version}}',
  'hook.title': 'Was mit den Änderungen noch geschieht',
  'hook.what': 'Bei jeder Änderung, über die diese Regel entscheidet',
  'hook.none': 'Nichts weiter',
  'hook.command': 'Ein Programm starten',
  'hook.post': 'Einen Server auf diesem Computer benachrichtigen',
  'hook.command.note':
    'Es erhält die Änderung als JSON auf der Standardeingabe, keine Argumente, und 10 Sekunden Zeit. Es gilt, sobald Sie es ausgewählt haben.',
  'hook.post.note':
    'Er erhält die Änderung als JSON per HTTP-POST und hat 10 Sekunden Zeit für die Antwort.',
  'hook.program': 'Programm',
  'hook.program.none': 'Kein Programm ausgewählt',
  'hook.program.choose': 'Auswählen …',
  'hook.address': 'Adresse',
  'hook.save': 'Speichern',
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
};
