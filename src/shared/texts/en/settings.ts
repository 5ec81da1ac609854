/** The page that is opened last: words that the window loads with it. */
export const settings = {
  'settings.title': 'Settings',
  'settings.notifications': 'Notifications',
  'settings.notifications.on': 'Notifications are on.',
  'settings.notifications.paused-until': 'Notifications are paused until {{time}}.',
  'settings.notifications.paused': 'Notifications are paused until you resume them.',
  'settings.notifications.note': 'While paused, changes still appear under Activity.',
  'settings.notifications.own': 'Also tell me of my own changes',
  'settings.notifications.own-note': 'For example those made on another device.',
  'settings.pause.one-hour': 'Pause for 1 hour',
  'settings.pause.tomorrow': 'Pause until tomorrow',
  'settings.pause.until-resumed': 'Pause until I resume',
  'settings.start': 'Start',
  'settings.start.at-login': 'Start Drivebell when I sign in to this computer',
  'settings.start.quietly': 'It starts in the tray, without opening its window.',
  'settings.start.needs-approval':
    'macOS waits for you to allow it: System Settings, General, Login Items.',
  'settings.start.not-installed': 'Only an installed Drivebell can start by itself.',
  'settings.accounts': 'Accounts',
  'settings.accounts.add': 'Add an account',
  'settings.account.work': 'Work or school account',
  'settings.account.personal': 'Personal account',
  'settings.account.signed-in': 'Signed in',
  'settings.account.menu': 'More for {{username}}',
  'settings.account.remove': 'Remove',
  'settings.account.remove.title': 'Remove {{name}}?',
  'settings.account.remove.body_one':
    '{{count, number}} drive of {{username}} will no longer be watched. The files themselves are not touched.',
  'settings.account.remove.body_other':
    '{{count, number}} drives of {{username}} will no longer be watched. The files themselves are not touched.',
  'settings.account.remove.without-drives':
    'You watch no drives of {{username}}. The files themselves are not touched.',
  'settings.account.remove.activity': 'Also delete the activity of its drives',
  'settings.staying': 'Staying signed in',
  'settings.staying.weak':
    'This system offers no keyring. Your sign-in is kept in a file that is not safely encrypted.',
  'settings.staying.memory':
    'Your sign-in is kept only until Drivebell quits; then you sign in again.',
  'settings.staying.stop': 'Stop keeping me signed in',
  'settings.registration': 'App registration',
  'settings.registration.change': 'Change',
  'settings.registration.change-named': 'Change the client ID for {{cloud}}',
  'settings.registration.note':
    'All accounts of this cloud ({{cloud}}) will have to sign in again.',
  'diagnostics.title': 'Diagnostics',
  'diagnostics.connections': 'Connections',
  'diagnostics.none': '{{state}}, no live connection',
  'diagnostics.via.library':
    'Connected since {{since}} by socket.io-client (Engine.IO {{protocol}}), to be renewed before {{expires}}',
  'diagnostics.via.loop':
    'Connected since {{since}} by Drivebell’s own client (Engine.IO {{protocol}}), to be renewed before {{expires}}',
  'settings.about': 'About',
  'settings.version': 'Drivebell {{version}}',
} as const;
