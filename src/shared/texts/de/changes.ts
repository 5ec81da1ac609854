import type { Translated } from '../translated.ts';
import type { changes as en } from '../en/changes.ts';

export const changes: Translated<'de', typeof en> = {
  someone: 'Jemand',
  person: '{{name}}',
  'item.unnamed_one': 'ein Element ohne bekannten Namen',
  'item.unnamed_other': '{{count, number}} Elemente ohne bekannten Namen',
  quoted: '„{{name}}“',

  'change.actor.created': '{{actor}} hat {{item}} erstellt',
  'change.actor.created-folder': '{{actor}} hat den Ordner {{item}} erstellt',
  'change.actor.edited': '{{actor}} hat {{item}} bearbeitet',
  'change.actor.renamed': '{{actor}} hat {{oldItem}} in {{item}} umbenannt',
  'change.actor.renamed-edited': '{{actor}} hat {{oldItem}} in {{item}} umbenannt und bearbeitet',
  'change.actor.renamed-moved': '{{actor}} hat {{oldItem}} in {{item}} umbenannt und verschoben',
  'change.actor.renamed-moved-edited':
    '{{actor}} hat {{oldItem}} in {{item}} umbenannt, verschoben und bearbeitet',
  'change.actor.renamed-only': '{{actor}} hat {{item}} umbenannt',
  'change.actor.moved': '{{actor}} hat {{item}} verschoben',
  'change.actor.moved-from': '{{actor}} hat {{item}} von {{from}} nach {{to}} verschoben',
  'change.actor.moved-edited': '{{actor}} hat {{item}} verschoben und bearbeitet',
  'change.actor.moved-from-edited':
    '{{actor}} hat {{item}} von {{from}} nach {{to}} verschoben und bearbeitet',
  'change.actor.changed': '{{actor}} hat {{item}} geändert',
  'change.actor.shared': '{{actor}} hat {{item}} freigegeben',
  'change.actor.unshared': '{{actor}} hat die Freigabe von {{item}} beendet',
  'change.actor.commented': '{{actor}} hat {{item}} kommentiert',
  'change.actor.mentioned': '{{actor}} hat Sie in {{item}} erwähnt',
  'change.actor.deleted': '{{actor}} hat {{item}} gelöscht',
  'change.actor.deleted-folder': '{{actor}} hat den Ordner {{item}} gelöscht',
  'change.actor.deleted-with_one':
    '{{actor}} hat den Ordner {{item}} mit {{count, number}} Element gelöscht',
  'change.actor.deleted-with_other':
    '{{actor}} hat den Ordner {{item}} mit {{count, number}} Elementen gelöscht',
  'change.actor.deleted-a-file': '{{actor}} hat in {{to}} eine Datei gelöscht',
  'change.actor.deleted-a-folder': '{{actor}} hat in {{to}} einen Ordner gelöscht',

  'change.own.created': 'Sie haben {{item}} erstellt',
  'change.own.created-folder': 'Sie haben den Ordner {{item}} erstellt',
  'change.own.edited': 'Sie haben {{item}} bearbeitet',
  'change.own.renamed': 'Sie haben {{oldItem}} in {{item}} umbenannt',
  'change.own.renamed-edited': 'Sie haben {{oldItem}} in {{item}} umbenannt und bearbeitet',
  'change.own.renamed-moved': 'Sie haben {{oldItem}} in {{item}} umbenannt und verschoben',
  'change.own.renamed-moved-edited':
    'Sie haben {{oldItem}} in {{item}} umbenannt, verschoben und bearbeitet',
  'change.own.renamed-only': 'Sie haben {{item}} umbenannt',
  'change.own.moved': 'Sie haben {{item}} verschoben',
  'change.own.moved-from': 'Sie haben {{item}} von {{from}} nach {{to}} verschoben',
  'change.own.moved-edited': 'Sie haben {{item}} verschoben und bearbeitet',
  'change.own.moved-from-edited':
    'Sie haben {{item}} von {{from}} nach {{to}} verschoben und bearbeitet',
  'change.own.changed': 'Sie haben {{item}} geändert',
  'change.own.shared': 'Sie haben {{item}} freigegeben',
  'change.own.unshared': 'Sie haben die Freigabe von {{item}} beendet',
  'change.own.commented': 'Sie haben {{item}} kommentiert',
  'change.own.mentioned': 'Sie haben sich in {{item}} selbst erwähnt',
  'change.own.deleted': 'Sie haben {{item}} gelöscht',
  'change.own.deleted-folder': 'Sie haben den Ordner {{item}} gelöscht',
  'change.own.deleted-with_one':
    'Sie haben den Ordner {{item}} mit {{count, number}} Element gelöscht',
  'change.own.deleted-with_other':
    'Sie haben den Ordner {{item}} mit {{count, number}} Elementen gelöscht',
  'change.own.deleted-a-file': 'Sie haben in {{to}} eine Datei gelöscht',
  'change.own.deleted-a-folder': 'Sie haben in {{to}} einen Ordner gelöscht',

  'change.deleted': '{{item}} wurde gelöscht',
  'change.deleted-folder': 'Der Ordner {{item}} wurde gelöscht',
  'change.deleted-with_one': 'Der Ordner {{item}} wurde mit {{count, number}} Element gelöscht',
  'change.deleted-with_other': 'Der Ordner {{item}} wurde mit {{count, number}} Elementen gelöscht',
  'change.deleted-a-file': 'In {{to}} wurde eine Datei gelöscht',
  'change.deleted-a-folder': 'In {{to}} wurde ein Ordner gelöscht',
  'change.deleted-unnamed_one': 'In {{to}} wurde ein Element gelöscht',
  'change.deleted-unnamed_other':
    'In {{to}} wurden {{count, number}} Elemente gelöscht, deren Namen nicht bekannt sind',
  'change.restored': '{{item}} wurde wiederhergestellt',
  'change.appeared': '{{item}} ist hinzugekommen',
};
