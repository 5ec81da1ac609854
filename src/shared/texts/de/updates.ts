import type { updates as english } from '../en/updates.ts';
import type { Translated } from '../translated.ts';

export const updates: Translated<'de', typeof english> = {
  'updates.title': 'Updates',
  'updates.not-looked': 'Drivebell {{version}} sucht einmal am Tag nach einer neueren Version.',
  'updates.none': 'Drivebell {{version}} ist die neueste Version. Zuletzt gesucht: {{time}}.',
  'updates.looking': 'Neuere Version wird gesucht …',
  'updates.found': 'Drivebell {{version}} ist verfügbar.',
  'updates.downloading':
    'Drivebell {{version}} wird heruntergeladen: {{share, number(style: percent)}}',
  'updates.ready':
    'Drivebell {{version}} ist bereit. Wählen Sie „Neu starten und aktualisieren“, um es zu installieren.',
  'updates.ready-by-itself':
    'Drivebell {{version}} ist bereit. Es wird installiert, während Sie nicht da sind, oder jetzt, wenn Sie „Neu starten und aktualisieren“ wählen.',
  'updates.installing': 'Drivebell {{version}} wird installiert …',
  'updates.bar': 'Drivebell {{version}} ist bereit.',
  'updates.look': 'Jetzt suchen',
  'updates.download': 'Herunterladen',
  'updates.restart': 'Neu starten und aktualisieren',
  'updates.releases': 'Seite mit allen Versionen öffnen',
  'updates.by-itself': 'Drivebell von selbst aktualisieren',
  'updates.by-itself.note':
    'Neue Versionen werden heruntergeladen und installiert, sobald Sie 15 Minuten nicht da waren und dieses Fenster geschlossen ist.',

  'updates.elsewhere.deb':
    'Dieses Drivebell wurde als deb-Paket installiert und ersetzt sich nicht selbst. Holen Sie neue Versionen von der Seite mit allen Versionen und installieren Sie sie wie diese.',
  'updates.elsewhere.rpm':
    'Dieses Drivebell wurde als rpm-Paket installiert und ersetzt sich nicht selbst. Holen Sie neue Versionen von der Seite mit allen Versionen und installieren Sie sie wie diese.',
  'updates.elsewhere.other-package':
    'Dieses Drivebell wurde von der Paketverwaltung Ihres Systems installiert; von dort kommen auch neue Versionen.',
  'updates.elsewhere.archive':
    'Dieses Drivebell wurde aus einem Archiv entpackt und ersetzt sich nicht selbst. Holen Sie neue Versionen von der Seite mit allen Versionen.',
  'updates.elsewhere.development':
    'Dieses Drivebell läuft aus seinem Quellcode und wird mit ihm aktualisiert.',

  'updates.failed.no-network':
    'Die Seite mit allen Versionen ist nicht erreichbar. Drivebell versucht es von selbst noch einmal.',
  'updates.failed.too-slow':
    'Die Seite mit allen Versionen hat zu lange nicht geantwortet. Drivebell versucht es von selbst noch einmal.',
  'updates.failed.server-down':
    'Die Seite mit allen Versionen antwortet gerade nicht. Drivebell versucht es von selbst noch einmal.',
  'updates.failed.feed-unreadable': 'Die Liste der Versionen war nicht zu verstehen.',
  'updates.failed.feed-foreign':
    'Die Liste der Versionen führte an einen Ort, der nicht zu Drivebell gehört. Von dort wurde nichts heruntergeladen.',
  'updates.failed.older':
    'Die angebotene Version ist älter als diese. Sie wurde nicht installiert.',
  'updates.failed.prerelease':
    'Die angebotene Version ist eine Testversion. Sie wurde nicht installiert.',
  'updates.failed.damaged':
    'Was heruntergeladen wurde, ist nicht, was veröffentlicht wurde. Es wurde gelöscht und nicht installiert.',
  'updates.failed.not-signed':
    'Die Signatur der neuen Version ließ sich nicht bestätigen. Sie wurde gelöscht und nicht installiert.',
  'updates.failed.not-written':
    'Die neue Version ließ sich nicht speichern. Vielleicht ist der Datenträger voll oder der Ordner schreibgeschützt.',
  'updates.failed.not-installed':
    'Die neue Version ließ sich nicht installieren. Holen Sie sie stattdessen von der Seite mit allen Versionen.',
  'updates.failed.internal':
    'Das Aktualisieren hat nicht funktioniert. Holen Sie die neue Version von der Seite mit allen Versionen.',
};
