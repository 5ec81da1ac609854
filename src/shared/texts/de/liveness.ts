import type { liveness as en } from '../en/liveness.ts';

export const liveness: Record<keyof typeof en, string> = {
  'word.starting': 'Verbindet',
  'word.live': 'Live',
  'word.polling': 'Prüft jede Minute',
  'word.polling-every_one': 'Prüft jede Minute',
  'word.polling-every_other': 'Prüft alle {{count, number}} Minuten',
  'word.offline': 'Offline',
  'word.sign-in-needed': 'Neu anmelden',
  'word.unavailable': 'Nicht verfügbar',
  'word.paused-until': 'Pausiert bis {{time}}',
  'word.paused': 'Pausiert, bis Sie fortsetzen',
  'word.since': 'seit {{time}}',

  'line.with-reason': '{{state}}: {{reason}}',
  'line.no-account': 'Nicht angemeldet',
  'line.no-drives': 'Noch kein Laufwerk beobachtet',
  'line.starting_one': 'Verbindet mit {{count, number}} Laufwerk',
  'line.starting_other': 'Verbindet mit {{count, number}} Laufwerken',
  'line.live_one': 'Live: {{count, number}} Laufwerk',
  'line.live_other': 'Live: {{count, number}} Laufwerke',
  'line.offline': 'Offline seit {{time}}',
  'line.affected': 'betrifft {{affected}} von {{all}} Laufwerken',

  'this-drive': 'dieses Laufwerk',
  'reason.push-not-offered': 'für {{drive}} gibt es keine Live-Aktualisierung',
  'reason.push-refused': 'Microsoft hat die Live-Aktualisierung für {{drive}} abgelehnt',
  'reason.push-lost': 'die Live-Verbindung für {{drive}} ging verloren',
  'reason.push-silent': 'die Live-Aktualisierung für {{drive}} bleibt aus',
  'reason.push-unreachable':
    'der Server für Live-Aktualisierungen von {{drive}} ist nicht erreichbar; vielleicht ist eine Firewall im Weg (*.svc.ms, Port 443)',
  'reason.too-many-drives':
    'es werden mehr Laufwerke beobachtet, als gleichzeitig live sein können; {{drive}} wird stattdessen regelmäßig geprüft',
  'reason.endpoint-without-url': 'Microsoft nannte für {{drive}} keine Live-Adresse',
  'reason.endpoint-not-https': 'die Live-Adresse für {{drive}} ist nicht sicher',
  'reason.endpoint-foreign-host': 'die Live-Adresse für {{drive}} gehört nicht zu Microsoft',
  'reason.no-network': 'es besteht keine Netzwerkverbindung',
  'reason.microsoft-down': 'Microsoft antwortet derzeit nicht',
  'reason.throttled': 'Microsoft bittet darum, {{drive}} seltener zu prüfen',
  'reason.unexpected-answer': 'die Antwort von Microsoft für {{drive}} war nicht verständlich',
  'reason.not-json': 'in diesem Netzwerk antwortet etwas anderes als Microsoft',
  'reason.delta-without-link': 'die Änderungsliste für {{drive}} kam unvollständig an',
  'reason.signed-out': 'die Anmeldung für {{drive}} ist abgelaufen',
  'reason.keys-locked':
    'der Schlüsselbund Ihres Systems ist gesperrt: Entsperren Sie ihn, damit Drivebell die Anmeldung lesen kann',
  'reason.client-id-wrong': 'Microsoft kennt die Client-ID dieser App nicht',
  'reason.no-access': 'Sie haben keinen Zugriff mehr auf {{drive}}',
  'reason.drive-gone': 'Microsoft findet {{drive}} nicht mehr',
  'reason.storage-failed':
    'Änderungen für {{drive}} lassen sich auf diesem Computer nicht speichern',
};
