import type { Translated } from '../translated.ts';
import type { adding as en } from '../en/adding.ts';

export const adding: Translated<'de', typeof en> = {
  'find.link-malformed':
    'Das ist kein Link. Fügen Sie einen ein, der mit https:// beginnt und zu einer Datei, einem Ordner oder einer Bibliothek führt.',
  'find.link-foreign': 'Dieser Link führt weder zu OneDrive noch zu SharePoint.',
  'find.link-other-cloud':
    'Dieser Link führt in eine andere Cloud von Microsoft. Wählen Sie ein Konto dieser Cloud.',
  'find.link-not-found':
    'Hinter diesem Link wurde nichts gefunden. Vielleicht ist er unvollständig, oder sein Ziel gibt es nicht mehr.',
  'find.link-no-access':
    'Sie haben keine Berechtigung für diesen Link. Öffnen Sie ihn einmal im Browser und fügen Sie ihn dann hier erneut ein; hilft das nicht, fragen Sie, wem er gehört.',
  'find.not-for-personal':
    'Websites, Teams und ihre Bibliotheken gehören zu Geschäfts- und Schulkonten. Dieses Konto ist ein persönliches.',
  'find.drive-not-shared':
    'Sie dürfen dieses Element öffnen, nicht aber das Laufwerk, in dem es liegt; ohne das kann Drivebell es nicht beobachten.',
  'find.needs-shared':
    'Microsoft wird Sie bitten, das Lesen der mit Ihnen geteilten Dateien zu erlauben. Drivebell liest nur.',
  'find.needs-sites':
    'Microsoft wird Sie bitten, das Lesen der mit Ihnen geteilten Websites und Dateien zu erlauben. Drivebell liest nur.',
  'find.may-not-see': 'Sie haben keine Berechtigung, das zu sehen.',
  'find.given-up': 'Das wurde für etwas Neueres aufgegeben.',
  'find.throttled':
    'Microsoft bittet Drivebell, kurz zu warten. Versuchen Sie es bald noch einmal.',

  'find.ways': 'Wo gesucht wird',
  'find.way.own': 'Ihre Laufwerke',
  'find.way.sites': 'Websites',
  'find.way.groups': 'Teams und Gruppen',
  'find.way.link': 'Link einfügen',
  'find.account': 'Konto',
  'find.search': 'Websites nach Namen suchen',
  'find.link': 'Link zu einer Datei, einem Ordner oder einer Bibliothek',
  'find.link-note': 'Aus der Adressleiste Ihres Browsers oder von „Link kopieren“.',
  'find.look-up': 'Nachschlagen',

  'find.wait.followed-sites': 'Websites, denen Sie folgen, werden gesucht …',
  'find.wait.sites': 'Websites namens „{{text}}“ werden gesucht …',
  'find.wait.groups': 'Ihre Teams und Gruppen werden gesucht …',
  'find.wait.libraries': 'Die Bibliotheken von {{name}} werden gesucht …',
  'find.wait.inside': '{{name}} wird durchgesehen …',
  'find.wait.link': 'Der Link wird nachgeschlagen …',
  'find.wait.more': 'Weitere werden gesucht …',

  'find.list': 'Was gefunden wurde',
  'find.keys':
    'Pfeiltasten wechseln, die Leertaste wählt, Enter öffnet, die Rücktaste geht zurück.',
  'find.keys-short': 'Pfeiltasten wechseln, die Leertaste wählt.',
  'find.trail': 'Wo Sie sind',
  'find.browse': '{{name}} durchsuchen',
  'find.more': 'Mehr anzeigen',
  'find.found_one': '{{count, number}} gefunden',
  'find.found_other': '{{count, number}} gefunden',

  'find.none.followed-sites': 'Sie folgen noch keiner Website. Suchen Sie eine nach ihrem Namen.',
  'find.none.sites': 'Keine Website heißt „{{text}}“.',
  'find.none.groups': 'Sie sind in keinem Team und keiner Gruppe mit Dateien.',
  'find.none.libraries': 'Hier gibt es keine Bibliotheken, die Sie sehen dürfen.',
  'find.none.inside': 'Hier ist nichts.',
  'find.none.yet': 'Auf dieser Seite lässt sich nichts wählen. Es gibt noch mehr.',
  'find.nameless_one':
    'Von {{count, number}} Ihrer Gruppen verrät Microsoft Drivebell den Namen nicht. Suchen Sie stattdessen die Website der Gruppe.',
  'find.nameless_other':
    'Von {{count, number}} Ihrer Gruppen verrät Microsoft Drivebell die Namen nicht. Suchen Sie stattdessen deren Websites.',

  'find.allow': 'Microsoft fragen',
  'find.back': 'Zurück',
  'find.search-sites': 'Websites suchen',
  'find.show-followed': 'Websites zeigen, denen Sie folgen',
  'find.chosen': 'Gewählt: {{names}}',
  'find.watch_one': '{{count, number}} Element beobachten',
  'find.watch_other': '{{count, number}} Elemente beobachten',
};
