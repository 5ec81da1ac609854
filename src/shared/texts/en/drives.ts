/** What can be done with a watched drive: words that the window loads with the page of drives. */
export const drives = {
  'drives.rename': 'Rename…',
  'drives.rename.title': 'Rename {{drive}}',
  'drives.rename.name': 'Name',
  'drives.rename.note':
    'Used in this list, in notifications and for new changes. Leave it empty for “{{name}}”, as Microsoft calls it.',
  'drives.rename.save': 'Save',
  'drives.try-now': 'Try now',
  'drives.up': 'Move up',
  'drives.down': 'Move down',
  'drives.moved': 'Now drive {{position, number}} of {{count, number}}',
  'drives.stop.activity': 'Also delete its activity',
  'drives.stopped': '{{drive}} is no longer watched',
} as const;
