/** Looking for drives beyond one's own. */
export const adding = {
  'find.link-malformed':
    'That is not a link. Paste one that begins with https:// and leads to a file, a folder or a library.',
  'find.link-foreign': 'That link leads neither to OneDrive nor to SharePoint.',
  'find.link-other-cloud':
    'That link leads to another of Microsoft’s clouds. Choose an account of that cloud.',
  'find.link-not-found':
    'Nothing was found behind this link. It may be incomplete, or what it led to is gone.',
  'find.link-no-access':
    'You have no permission for this link. Open it in your browser once, then paste it here again; if that fails, too, ask its owner.',
  'find.not-for-personal':
    'Sites, teams and their libraries belong to work and school accounts. This is a personal one.',
  'find.drive-not-shared':
    'You may open this item, but not the drive it is in, and without that Drivebell cannot watch it.',
  'find.needs-shared':
    'Microsoft will ask you to allow reading the files that are shared with you. Drivebell only reads.',
  'find.needs-sites':
    'Microsoft will ask you to allow reading the sites and files that are shared with you. Drivebell only reads.',
  'find.may-not-see': 'You have no permission to see this.',
  'find.given-up': 'This was given up for something newer.',
  'find.throttled': 'Microsoft asks Drivebell to wait a moment. Try again soon.',

  'find.ways': 'Where to look',
  'find.way.own': 'Your drives',
  'find.way.sites': 'Sites',
  'find.way.groups': 'Teams and groups',
  'find.way.link': 'Paste a link',
  'find.account': 'Account',
  'find.search': 'Search sites by name',
  'find.link': 'Link to a file, folder or library',
  'find.link-note': 'From your browser’s address bar, or from “Copy link”.',
  'find.look-up': 'Look up',

  'find.wait.followed-sites': 'Looking for the sites you follow…',
  'find.wait.sites': 'Looking for sites named “{{text}}”…',
  'find.wait.groups': 'Looking for your teams and groups…',
  'find.wait.libraries': 'Looking for the libraries of {{name}}…',
  'find.wait.inside': 'Looking into {{name}}…',
  'find.wait.link': 'Looking up the link…',
  'find.wait.more': 'Looking for more…',

  'find.list': 'What was found',
  'find.keys': 'Arrow keys move, Space chooses, Enter opens, Backspace goes back.',
  'find.keys-short': 'Arrow keys move, Space chooses.',
  'find.trail': 'Where you are',
  'find.browse': 'Browse {{name}}',
  'find.more': 'Show more',
  'find.found_one': '{{count, number}} found',
  'find.found_other': '{{count, number}} found',

  'find.none.followed-sites': 'You follow no sites yet. Search for one by its name.',
  'find.none.sites': 'No site is called “{{text}}”.',
  'find.none.groups': 'You are in no team or group that has files.',
  'find.none.libraries': 'There are no libraries here that you may see.',
  'find.none.inside': 'There is nothing in here.',
  'find.none.yet': 'Nothing on this page can be chosen. There is more.',
  'find.nameless_one':
    'Microsoft does not tell Drivebell the name of {{count, number}} of your groups. Search for its site instead.',
  'find.nameless_other':
    'Microsoft does not tell Drivebell the names of {{count, number}} of your groups. Search for their sites instead.',

  'find.allow': 'Ask Microsoft',
  'find.back': 'Back',
  'find.search-sites': 'Search sites',
  'find.show-followed': 'Show sites you follow',
  'find.chosen': 'Chosen: {{names}}',
  'find.watch_one': 'Watch {{count, number}} item',
  'find.watch_other': 'Watch {{count, number}} items',
} as const;
