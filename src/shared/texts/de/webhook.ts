import type { Translated } from '../translated.ts';
import type { webhook as en } from '../en/webhook.ts';

export const webhook: Translated<'de', typeof en> = {
  'webhook.title': 'Webhook',
  'webhook.note':
    'Für alle, die eine öffentliche HTTPS-Adresse haben, die zu diesem Computer führt. Wo es keine Live-Aktualisierung gibt, ruft Microsoft dann diese Adresse auf, bis zu einige Minuten nach einer Änderung.',
  'webhook.set-up': 'Eine eigene Adresse verwenden',
  'webhook.address': 'Öffentliche Adresse',
  'webhook.address.note': 'Ein Reverse-Proxy oder ein Tunnel dahinter führt zum Port darunter.',
  'webhook.port': 'Port auf diesem Computer',
  'webhook.port-wrong': 'Eine Zahl von {{least}} bis {{most}}',
  'webhook.use': 'Verwendet für',
  'webhook.use.fallback': 'Laufwerke ohne Live-Aktualisierung',
  'webhook.use.all': 'Alle Laufwerke',
  'webhook.save': 'Speichern',
  'webhook.saved': 'Gespeichert',
  'webhook.turn-off': 'Ausschalten',
  'webhook.turned-off': 'Ausgeschaltet',
  'webhook.off': 'Aus. Zum Einschalten speichern Sie eine Adresse.',
  'webhook.check': 'Adresse prüfen',
  'webhook.check.ours': '{{address}} führt zu Drivebell.',
  'webhook.check.other':
    'Microsoft konnte Drivebell unter {{address}} nicht erreichen: dort antwortet etwas anderes.',
  'webhook.check.silent':
    'Microsoft konnte {{address}} nicht erreichen: keine Antwort oder eine Weiterleitung.',
  'webhook.check.answer': 'Microsoft konnte {{address}} nicht erreichen: Antwort {{status}}.',
  'webhook.check.port-taken': 'Ein anderes Programm belegt Port {{port}}.',
  'webhook.state.off': 'Aus.',
  'webhook.state.opening': 'Drivebell beginnt zu lauschen.',
  'webhook.state.listening_one': 'Drivebell lauscht, mit {{count, number}} Abonnement.',
  'webhook.state.listening_other': 'Drivebell lauscht, mit {{count, number}} Abonnements.',
  'webhook.last': 'Letzter Aufruf von Microsoft: {{time}}.',
  'webhook.never': 'Noch kein Aufruf von Microsoft.',
  'webhook.ignored_one':
    '{{count, number}} Aufruf wurde übergangen: Das Geheimnis eines Abonnements fehlte.',
  'webhook.ignored_other':
    '{{count, number}} Aufrufe wurden übergangen: Das Geheimnis eines Abonnements fehlte.',
  'diagnostics.webhook': 'Letzter Webhook-Aufruf',
  'diagnostics.webhook.ignored': '{{time}}; übergangen: {{count, number}}',
  'drives.by-webhook': 'Durch Webhook wecken',
  'drives.by-push': 'Durch Live-Meldungen wecken',
  'drives.woken-by-webhook': '{{drive}} wird jetzt durch Ihren Webhook geweckt',
  'drives.woken-by-push': '{{drive}} wird jetzt durch Live-Meldungen geweckt',
};
