import type { Translated } from '../translated.ts';
import type { drives as en } from '../en/drives.ts';

export const drives: Translated<'de', typeof en> = {
  'drives.rename': 'Umbenennen …',
  'drives.rename.title': '{{drive}} umbenennen',
  'drives.rename.name': 'Name',
  'drives.rename.note':
    'Für diese Liste, für Benachrichtigungen und neue Änderungen. Leer: „{{name}}“, wie bei Microsoft.',
  'drives.rename.save': 'Speichern',
  'drives.try-now': 'Jetzt versuchen',
  'drives.up': 'Nach oben',
  'drives.down': 'Nach unten',
  'drives.moved': 'Jetzt Laufwerk {{position, number}} von {{count, number}}',
  'drives.stop.activity': 'Auch die Aktivität des Laufwerks löschen',
  'drives.stopped': '{{drive}} wird nicht mehr beobachtet',
};
