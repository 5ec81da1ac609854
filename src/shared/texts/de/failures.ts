import type { Translated } from '../translated.ts';
import type { failures as en } from '../en/failures.ts';

export const failures: Translated<'de', typeof en> = {
  'sign-in.cancelled': 'Die Anmeldung wurde abgebrochen.',
  'sign-in.timed-out': 'Die Anmeldung hat zu lange gedauert und wurde beendet.',
  'sign-in.no-network':
    'Es besteht keine Netzwerkverbindung. Stellen Sie eine her und versuchen Sie es erneut.',
  'sign-in.microsoft-down':
    'Microsoft antwortet derzeit nicht. Versuchen Sie es in einigen Minuten erneut.',
  'sign-in.code-expired':
    'Der Code ist abgelaufen. Versuchen Sie es erneut, um einen neuen zu erhalten.',
  'sign-in.code-refused':
    'Microsoft hat diese Art der Anmeldung abgelehnt; vielleicht lässt Ihre Organisation keine Codes zu. Melden Sie sich stattdessen im Browser an.',
  'sign-in.client-id-wrong':
    'Microsoft kennt die Client-ID dieser Version nicht. Haben Sie sie eingegeben, vergleichen Sie sie mit der Übersichtsseite der App.',
  'sign-in.client-id-missing':
    'Diese Version von Drivebell hat keine Client-ID für diese Cloud und kann sich dort nicht anmelden.',
  'sign-in.client-audience-wrong':
    'Die App-Registrierung lässt diese Art von Konto nicht zu. Die unterstützten Kontotypen müssen Ihres umfassen.',
  'sign-in.client-not-public':
    'Die App-Registrierung ist nicht für Desktop-Apps eingerichtet. Die Plattform muss „Mobilgerät- und Desktopanwendungen“ sein, mit zugelassenen öffentlichen Clientflows.',
  'sign-in.declined':
    'Die Erlaubnis, Ihre Laufwerke zu lesen, wurde verweigert. Drivebell braucht sie.',
  'sign-in.other-account':
    'Das war ein anderes Konto. Wählen Sie das Konto, dessen Laufwerke Sie beobachten möchten.',
  'sign-in.needs-administrator':
    'In Ihrer Organisation muss ein Administrator Drivebell zuerst genehmigen.',
  'sign-in.browser-did-not-open':
    'Ihr Browser hat sich nicht geöffnet. Prüfen Sie den Standardbrowser.',
  'sign-in.not-kept':
    'Ihre Anmeldung ließ sich nicht speichern. Vielleicht ist der Datenträger voll.',
  'sign-in.ended': 'Ihre Anmeldung ist abgelaufen.',
  'sign-in.unexpected-answer':
    'Die Antwort von Microsoft war nicht verständlich. Versuchen Sie es erneut.',

  'failure.bad-request': 'Drivebell hat diese Anfrage nicht verstanden.',
  'failure.not-trusted':
    'Diese Anfrage wurde abgelehnt, weil sie nicht aus dem Fenster von Drivebell kam.',
  'failure.too-many-rules': 'Es gibt zu viele Regeln. Entfernen Sie zuerst einige.',
  'failure.program-not-runnable':
    'Diese Datei lässt sich nicht starten. Wählen Sie ein Programm oder ein ausführbares Skript.',
  'failure.address-not-local':
    'Das ist keine Adresse auf diesem Computer. Sie sieht so aus: http://localhost:8080/changes.',
  'failure.address-not-public':
    'Diese Adresse kann Microsoft nicht erreichen. Richtig wäre zum Beispiel https://bell.example.com/drivebell.',
  'failure.not-found': 'Das ist nicht mehr vorhanden.',
  'failure.link-not-allowed': 'Dieser Link wurde nicht geöffnet, weil er nicht zu Microsoft führt.',
  'failure.client-id-malformed':
    'Das ist keine Client-ID. Sie sieht aus wie 00000000-0000-0000-0000-000000000000.',
  'failure.login-item-failed':
    'Ihr System hat nicht geändert, was bei der Anmeldung startet. Versuchen Sie es erneut.',
  'failure.shortcut-unusable':
    'Diese Tasten gehen nicht. Halten Sie Strg, Alt oder die Systemtaste und drücken Sie einen Buchstaben, eine Ziffer oder eine Funktionstaste.',
  'failure.shortcut-taken':
    'Ein anderes Programm benutzt diese Tasten. Die Tastenkombination bleibt, wie sie war.',
  'failure.file-not-written':
    'Die Datei konnte nicht geschrieben werden. Wählen Sie einen anderen Ort.',
  'failure.file-not-read': 'Die Datei konnte nicht gelesen werden.',
  'failure.file-not-settings':
    'Diese Datei enthält keine Einstellungen von Drivebell oder solche einer späteren Version. Nichts hat sich geändert.',
  'failure.try-out-failed':
    'Der Versuch konnte nicht gestartet werden. Führen Sie „npm run demo“ im Ordner von Drivebell aus.',
  'failure.copy-failed': 'Ihr System hat den Text nicht angenommen. Versuchen Sie es erneut.',
  'failure.busy':
    'Drivebell bearbeitet noch die letzte Anfrage. Versuchen Sie es gleich noch einmal.',
  'failure.internal':
    'Das hat nicht geklappt. Starten Sie Drivebell neu, wenn es wieder geschieht.',

  'trouble.tokens-not-saved':
    'Ihre Anmeldung ließ sich auf diesem Computer nicht speichern. Bis das gelingt, melden Sie sich nach einem Neustart neu an.',
  'trouble.tokens-weak-storage':
    'Dieses System bietet keinen Schlüsselbund für Ihre Anmeldung. Nach einem Neustart melden Sie sich neu an.',
  'trouble.tokens-restored':
    'Die Datei mit Ihrer Anmeldung war beschädigt. Sie wurde beiseitegelegt, die letzte gute Kopie ist in Gebrauch.',
  'trouble.tokens-lost':
    'Die Datei mit Ihrer Anmeldung war beschädigt und wurde beiseitegelegt. Bitte melden Sie sich neu an.',
  'trouble.tokens-key-changed':
    'Ihr System verwendet jetzt einen anderen Schlüsselbund, der Ihre gespeicherte Anmeldung nicht öffnen kann. Bitte melden Sie sich neu an.',
  'trouble.clock-wrong':
    'Die Uhr dieses Computers geht um mehr als fünf Minuten falsch. Stellen Sie sie richtig, sonst kann die Anmeldung scheitern.',
  'trouble.notifications-failed.linux':
    'Ihr Desktop hat die letzte Benachrichtigung nicht angenommen. Suchen Sie Drivebell in seinen Benachrichtigungseinstellungen.',
  'trouble.notifications-failed.windows':
    'Windows hat die letzte Benachrichtigung nicht angezeigt. Schalten Sie Drivebell unter Einstellungen › System › Benachrichtigungen ein, und sehen Sie dort nach, ob „Nicht stören“ oder der Fokus Benachrichtigungen zurückhält.',
  'trouble.notifications-failed.mac':
    'macOS hat die letzte Benachrichtigung nicht angezeigt. Erlauben Sie Drivebell unter Systemeinstellungen › Mitteilungen.',
  'trouble.notifications-unsupported.linux':
    'Auf diesem Desktop läuft kein Benachrichtigungsdienst. Starten Sie den Ihres Desktops, oder installieren Sie einen wie dunst oder mako. Bis dahin stehen Änderungen nur in dieser Liste und im Infobereich.',
  'trouble.notifications-unsupported.windows':
    'Windows bietet hier keine Benachrichtigungen. Sehen Sie unter Einstellungen › System › Benachrichtigungen nach. Bis dahin stehen Änderungen nur in dieser Liste und im Infobereich.',
  'trouble.notifications-unsupported.mac':
    'macOS bietet hier keine Mitteilungen. Sehen Sie unter Systemeinstellungen › Mitteilungen nach. Bis dahin stehen Änderungen nur in dieser Liste und in der Menüleiste.',
  'trouble.tray-missing':
    'Ihr Desktop zeigt keine Symbole im Infobereich. Installieren Sie unter GNOME die Erweiterung AppIndicator. Bis dahin öffnet ein erneuter Start von Drivebell dieses Fenster.',
  'trouble.config-set-aside':
    'Die Einstellungsdatei war beschädigt. Sie wurde beiseitegelegt, die letzte gute Kopie ist in Gebrauch.',
  'trouble.config-lost':
    'Die Einstellungsdatei war beschädigt und wurde beiseitegelegt. Bitte richten Sie Drivebell neu ein.',
  'trouble.shortcut-taken':
    'Ein anderes Programm hat die Tasten übernommen, die Drivebell öffnen. Wählen Sie unter Einstellungen andere.',
  'trouble.config-in-part':
    'Teile der Einstellungsdatei waren beschädigt und fehlen nun; eine Kopie ist aufgehoben. Bitte prüfen Sie Ihre Laufwerke und Regeln.',
  'trouble.database-set-aside':
    'Die Aktivitätsdatei war beschädigt und wurde beiseitegelegt. Die Namen in Ihren Laufwerken werden neu gelernt.',
};
