import type { Translated } from '../translated.ts';
import type { window as en } from '../en/window.ts';

export const window: Translated<'de', typeof en> = {
  'app.name': 'Drivebell',
  'app.connecting': 'Drivebell wird geöffnet',
  'app.failed':
    'Das Fenster hat die Verbindung zu Drivebell verloren. Schließen Sie es und öffnen Sie es im Infobereich neu.',
  'app.not-shown':
    'Das konnte nicht angezeigt werden. Starten Sie Drivebell neu, wenn es wieder geschieht.',
  'app.retry': 'Erneut versuchen',
  'app.cancel': 'Abbrechen',
  'app.undo': 'Rückgängig',
  'app.undone': 'Rückgängig gemacht',
  'app.dismiss': 'Diese Meldung ausblenden',
  'app.show-message': 'Meldungen',

  'nav.label': 'Seiten',
  'nav.activity': 'Aktivität',
  'nav.activity-unread_one': 'Aktivität, {{count, number}} ungelesen',
  'nav.activity-unread_other': 'Aktivität, {{count, number}} ungelesen',
  'nav.drives': 'Laufwerke',
  'nav.settings': 'Einstellungen',
  'truth.show-drives': 'Laufwerke anzeigen',

  'activity.title': 'Aktivität',
  'activity.list': 'Änderungen, die neuesten zuerst',
  'activity.mark-all-read': 'Alles als gelesen markieren',
  'activity.search': 'Änderungen durchsuchen',
  'activity.search.clear': 'Suche leeren',
  'activity.search.nothing':
    'Keine Änderung hat „{{text}}“ im Namen, im Ordner oder bei der Person.',
  'activity.search.show-all': 'Alle Änderungen zeigen',
  'activity.search.end': 'Das ist alles, was gefunden wurde.',
  'activity.open': 'Öffnen',
  'activity.open-named': '{{name}} öffnen',
  'activity.menu': 'Mehr zu {{name}}',
  'activity.times_one': '{{count, number}} Mal',
  'activity.times_other': '{{count, number}} Mal',
  'activity.all-read': 'Alles ist als gelesen markiert',
  'activity.unread': 'Ungelesen',
  'activity.today': 'Heute',
  'activity.yesterday': 'Gestern',
  'activity.new_one': '{{count, number}} neue',
  'activity.new_other': '{{count, number}} neue',
  'activity.arrived_one': '{{count, number}} neue Änderung',
  'activity.arrived_other': '{{count, number}} neue Änderungen',
  'activity.found_one': '{{count, number}} gefunden',
  'activity.found_other': '{{count, number}} gefunden',
  'activity.found-more_one': 'Mehr als {{count, number}} gefunden',
  'activity.found-more_other': 'Mehr als {{count, number}} gefunden',
  'activity.loading-older': 'Ältere Änderungen werden geladen',
  'activity.loading': 'Änderungen werden gesucht',
  'activity.filter': 'Filter',
  'activity.filter.nothing': 'Keine Änderung passt zum Filter.',
  'activity.filter.nothing-with': 'Keine Änderung mit „{{text}}“ passt zum Filter.',
  'activity.filter.clear': 'Filter aufheben',
  'activity.full':
    'Das sind die neuesten {{count, number}}. Ältere zeigen sich, wenn Sie suchen oder filtern.',
  'activity.just-now': 'gerade eben',
  'activity.end': 'Das ist alles, seit Sie mit dem Beobachten begonnen haben.',
  'activity.empty.title': 'Noch keine Änderungen',
  'activity.empty.body':
    'Wenn jemand eine Datei in einem beobachteten Laufwerk ändert, lesen Sie es hier.',
  'activity.empty.no-drives': 'Sie beobachten noch kein Laufwerk, daher gibt es nichts zu melden.',

  'drives.title': 'Laufwerke',
  'drives.list': 'Beobachtete Laufwerke',
  'drives.add': 'Laufwerk hinzufügen',
  'drives.empty.title': 'Kein Laufwerk beobachtet',
  'drives.empty.body': 'Fügen Sie ein Laufwerk hinzu, um von Änderungen zu erfahren.',
  'drives.kind.personal': 'Persönliches OneDrive',
  'drives.kind.business': 'OneDrive',
  'drives.kind.library': 'Bibliothek',
  'drives.last-change': 'Letzte Änderung {{time}}',
  'drives.no-change': 'Noch keine Änderung',
  'drives.learning': 'Namen werden gelernt: {{known}} Elemente',
  'drives.learning-of': 'Namen werden gelernt: {{known}} von etwa {{about}} Elementen',
  'drives.learning-label': 'Lernt die Namen in {{drive}}',
  'drives.learning.stop': 'Anhalten',
  'drives.learning.stop-named': 'Lernen der Namen in {{drive}} anhalten',
  'drives.learning.stop-note':
    'Umbenannte und verschobene Dateien erscheinen dann als geändert, bis sie bekannt sind.',
  'drives.names.stopped':
    'Nicht alle Namen sind bekannt: Einige umbenannte Dateien erscheinen als geändert.',
  'drives.names.folders':
    'Dieses Laufwerk ist zu groß, um jede Datei zu kennen: Umbenannte und verschobene Dateien erscheinen als geändert.',
  'drives.names.learn': 'Namen lernen',
  'drives.names.learn-named': 'Namen lernen in {{drive}}',
  'drives.names.learn-note': 'Bei einem großen Laufwerk dauert das eine Weile.',
  'drives.menu': 'Mehr zu {{drive}}',
  'drives.open': 'Im Browser öffnen',
  'drives.recycle-bin': 'Papierkorb öffnen',
  'drives.check-now': 'Jetzt prüfen',
  'drives.checking': '{{drive}} wird geprüft',
  'drives.stop': 'Nicht mehr beobachten',
  'drives.stop.title': '{{drive}} nicht mehr beobachten?',
  'drives.stop.body':
    'Sie erfahren dann nichts mehr von Änderungen. Die Dateien selbst bleiben unberührt.',
  'drives.sign-in-again': 'Neu anmelden',

  'picker.title': 'Laufwerk hinzufügen',
  'picker.list': 'Laufwerke, die Sie beobachten können',
  'picker.loading': 'Ihre Laufwerke werden gesucht',
  'picker.empty': 'Für dieses Konto wurden keine Laufwerke gefunden.',
  'picker.all-watched': 'Sie beobachten schon jedes gefundene Laufwerk.',
  'picker.watched': 'Wird schon beobachtet',
  'picker.watch_one': '{{count, number}} Laufwerk beobachten',
  'picker.watch_other': '{{count, number}} Laufwerke beobachten',
  'picker.more-ways': 'Weitere Möglichkeiten',
  'picker.watching': 'Beobachten beginnt',
  'picker.watch_none': 'Laufwerk auswählen',
  'picker.filter': 'Laufwerk suchen',
  'picker.no-match': 'Kein Laufwerk heißt so.',

  'picker.unasked': 'Die Laufwerke von {{username}} konnten nicht aufgelistet werden: {{reason}}.',
  'picker.this-account': 'dieses Konto',

  'copy.done': 'Kopiert',
  'copy.failed': 'Nicht kopiert',
  'admin.copy': 'Link für Ihre Administration kopieren',
  'admin.hint':
    'Ihre Administration öffnet den Link und stimmt zu; die letzte Seite lädt dabei vielleicht nicht, das macht nichts.',

  'cloud.global': 'Global',
  'cloud.us-gov': 'US-Behörden (GCC High)',
  'cloud.us-dod': 'US-Verteidigungsministerium',
  'cloud.china': 'China (21Vianet)',

  'ways.title': 'Anders anmelden',
  'ways.title-account': 'Neu anmelden als {{username}}',
  'ways.open-short': 'Anders anmelden',
  'ways.flow': 'Wie Sie sich anmelden',
  'ways.flow.browser': 'Im Browser dieses Computers',
  'ways.flow.device-code': 'Mit einem Code auf einem beliebigen Gerät',
  'ways.flow.note': 'Manche Organisationen sperren die Anmeldung mit einem Code.',
  'ways.cloud': 'Microsoft-Cloud',
  'ways.cloud.most-people': 'Global (für die meisten)',
  'ways.cloud.no-personal': 'Persönliche Konten gibt es in dieser Cloud nicht.',
  'ways.own-registration': 'Jede Cloud braucht ihre eigene App-Registrierung.',
  'ways.button': 'Anmelden',

  'client-id.label': 'Anwendungs-ID (Client)',
  'client-id.change': 'Client-ID ändern',
  'client-id.in-use': 'Verwendete Client-ID: {{id}}',

  'code.title': 'Mit einem Code anmelden',
  'code.body':
    'Öffnen Sie auf einem beliebigen Gerät diese Seite und geben Sie den Code ein. Drivebell macht von selbst weiter.',
  'code.getting': 'Ein Code wird geholt',
  'code.page': 'Seite',
  'code.open': 'Seite öffnen',
  'code.code': 'Code',
  'code.copy': 'Code kopieren',
  'code.announced': 'Der Code ist {{code}}. Geben Sie ihn auf {{page}} ein.',
  'code.expires': 'Läuft in {{time}} ab',
  'code.expired': 'Der Code ist abgelaufen',

  'weak-storage.open': 'Trotzdem angemeldet bleiben',
  'weak-storage.title': 'Ohne Schlüsselbund angemeldet bleiben?',
  'weak-storage.body':
    'Ohne Schlüsselbund könnte jeder, der Ihre Dateien auf diesem Computer lesen kann, Ihre Anmeldung benutzen.',
  'weak-storage.confirm': 'Angemeldet bleiben',

  'register.title': 'Drivebell bei Microsoft registrieren',
  'register.body':
    'Microsoft lässt nur registrierte Apps Anmeldungen zu, und diese Ausgabe von Drivebell hat noch keine Registrierung.',
  'register.body-change':
    'Vergleichen Sie die Client-ID unten mit der Übersichtsseite Ihrer App-Registrierung und deren Einstellungen mit diesen Schritten.',
  'register.step-1':
    'Öffnen Sie entra.microsoft.com, wählen Sie Entra ID, App-Registrierungen, dann Neue Registrierung.',
  'register.step-2':
    'Nennen Sie sie Drivebell. Wählen Sie bei den unterstützten Kontotypen ein beliebiges Organisationsverzeichnis und persönliche Microsoft-Konten.',
  'register.step-3':
    'Wählen Sie bei der Umleitungs-URI Öffentlicher Client/nativ, nicht Single-Page-Anwendung, und geben Sie http://localhost ein. Wählen Sie dann Registrieren.',
  'register.step-4':
    'Lassen Sie unter Authentifizierung öffentliche Clientflows zu. Fügen Sie unter API-Berechtigungen User.Read und Files.Read hinzu, für Bibliotheken auch Files.Read.All und Sites.Read.All; diesen muss in Ihrer Organisation vielleicht ein Administrator zustimmen.',
  'register.step-5':
    'Kopieren Sie die Anwendungs-ID (Client) aus der Übersicht und fügen Sie sie hier ein.',
  'register.button': 'Weiter',

  'welcome.step': 'Schritt {{step, number}} von {{of, number}}',
  'welcome.sign-in.title': 'Erfahren, was sich in Ihren Laufwerken ändert',
  'welcome.sign-in.body':
    'Melden Sie sich mit Microsoft 365 oder einem persönlichen Microsoft-Konto an. Drivebell darf nur lesen und behält alles auf diesem Computer.',
  'welcome.sign-in.button': 'Bei Microsoft anmelden',
  'welcome.waiting.title': 'Schließen Sie die Anmeldung im Browser ab',
  'welcome.waiting.body':
    'Ein Browser-Tab hat sich geöffnet. Dieses Fenster macht von selbst weiter.',
  'welcome.pick.title': 'Welche Laufwerke soll Drivebell beobachten?',
  'welcome.pick.body': 'Sie können das jederzeit unter Laufwerke ändern.',
  'welcome.done.title_one': 'Drivebell beobachtet jetzt {{count, number}} Laufwerk',
  'welcome.done.title_other': 'Drivebell beobachtet jetzt {{count, number}} Laufwerke',
  'welcome.done.body':
    'Eine Benachrichtigung sagt Ihnen, wer was geändert hat. Nebenbei lernt Drivebell die Namen von allem, was schon da ist.',
  'welcome.done.tray':
    'Schließen Sie dieses Fenster, wann Sie möchten: Drivebell bleibt im Infobereich und beobachtet weiter.',
  'welcome.done.button': 'Aktivität anzeigen',

  'settings.resume': 'Fortsetzen',
};
