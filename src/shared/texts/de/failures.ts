import type { failures as en } from '../en/failures.ts';

export const failures: Record<keyof typeof en, string> = {
  'sign-in.cancelled': 'Die Anmeldung wurde abgebrochen.',
  'sign-in.timed-out': 'Die Anmeldung hat zu lange gedauert und wurde beendet.',
  'sign-in.no-network':
    'Es besteht keine Netzwerkverbindung. Stellen Sie eine her und versuchen Sie es erneut.',
  'sign-in.microsoft-down':
    'Microsoft antwortet derzeit nicht. Versuchen Sie es in einigen Minuten erneut.',
  'sign-in.client-id-wrong':
    'Microsoft kennt die Client-ID dieser App nicht. Fragen Sie, von wem Sie Drivebell haben.',
  'sign-in.client-id-missing':
    'Dieser Ausgabe von Drivebell fehlt die Client-ID, sie kann sich nicht bei Microsoft anmelden.',
  'sign-in.declined':
    'Die Erlaubnis, Ihre Laufwerke zu lesen, wurde verweigert. Drivebell braucht sie.',
  'sign-in.other-account':
    'Das war ein anderes Konto. Wählen Sie das Konto, dessen Laufwerke Sie beobachten möchten.',
  'sign-in.needs-administrator':
    'In Ihrer Organisation muss ein Administrator Drivebell zuerst genehmigen.',
  'sign-in.browser-did-not-open':
    'Ihr Browser hat sich nicht geöffnet. Prüfen Sie den Standardbrowser.',
  'sign-in.ended': 'Ihre Anmeldung ist abgelaufen.',
  'sign-in.unexpected-answer':
    'Die Antwort von Microsoft war nicht verständlich. Versuchen Sie es erneut.',

  'failure.bad-request': 'Drivebell hat diese Anfrage nicht verstanden.',
  'failure.not-trusted':
    'Diese Anfrage wurde abgelehnt, weil sie nicht aus dem Fenster von Drivebell kam.',
  'failure.not-found': 'Das ist nicht mehr vorhanden.',
  'failure.link-not-allowed': 'Dieser Link wurde nicht geöffnet, weil er nicht zu Microsoft führt.',
  'failure.busy':
    'Drivebell bearbeitet noch die letzte Anfrage. Versuchen Sie es gleich noch einmal.',
  'failure.internal':
    'Das hat nicht geklappt. Starten Sie Drivebell neu, wenn es wieder geschieht.',

  'trouble.tokens-not-saved':
    'Ihre Anmeldung lässt sich auf diesem Computer nicht sicher speichern. Nach einem Neustart melden Sie sich neu an.',
  'trouble.tokens-weak-storage':
    'Dieses System bietet keinen Schlüsselbund. Ihre Anmeldung gilt nur, bis Drivebell beendet wird.',
  'trouble.notifications-failed':
    'Ihr System hat die letzte Benachrichtigung nicht angezeigt. Prüfen Sie dort die Einstellungen für Drivebell.',
  'trouble.notifications-unsupported':
    'Dieses System zeigt keine Benachrichtigungen. Änderungen stehen nur in dieser Liste und im Infobereich.',
  'trouble.config-set-aside':
    'Die Einstellungsdatei war beschädigt. Sie wurde beiseitegelegt, die letzte gute Kopie ist in Gebrauch.',
  'trouble.config-lost':
    'Die Einstellungsdatei war beschädigt und wurde beiseitegelegt. Bitte richten Sie Drivebell neu ein.',
  'trouble.database-set-aside':
    'Die Aktivitätsdatei war beschädigt und wurde beiseitegelegt. Die Namen in Ihren Laufwerken werden neu gelernt.',
};
