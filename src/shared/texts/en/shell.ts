/** Toasts and the tray. */
export const shell = {
  'toast.many_one': '{{count, number}} change in {{drive}}',
  'toast.many_other': '{{count, number}} changes in {{drive}}',
  'toast.by-one_one': '{{actor}} made {{count, number}} change in {{drive}}',
  'toast.by-one_other': '{{actor}} made {{count, number}} changes in {{drive}}',
  'toast.by-many_one':
    '{{actor}} and {{count, number}} other made {{changes, number}} changes in {{drive}}',
  'toast.by-many_other':
    '{{actor}} and {{count, number}} others made {{changes, number}} changes in {{drive}}',
  'toast.deleted_one': '{{count, number}} item deleted in {{drive}}',
  'toast.deleted_other': '{{count, number}} items deleted in {{drive}}',
  'toast.deleted-by-one_one': '{{actor}} deleted {{count, number}} item in {{drive}}',
  'toast.deleted-by-one_other': '{{actor}} deleted {{count, number}} items in {{drive}}',
  'toast.mentioned_one': 'You were mentioned {{count, number}} time in {{drive}}',
  'toast.mentioned_other': 'You were mentioned {{count, number}} times in {{drive}}',
  'toast.more_one': 'and {{count, number}} more',
  'toast.more_other': 'and {{count, number}} more',
  'toast.not-live': 'Not live for 15 minutes',
  'toast.sign-in': 'Sign in again',
  'toast.sign-in.body':
    'Until {{username}} signs in again, Drivebell cannot see changes in that account’s drives.',

  'start.title': 'Drivebell cannot start',
  'start.database-newer': 'Its data was written by a newer Drivebell. Please install that version.',
  'start.database-unusable':
    'Its data cannot be opened. The disk may be full, or the folder may not be writable.',
  'start.internal': 'Something is wrong inside Drivebell or on this computer.',
  'start.defect.title': 'Drivebell has to close',
  'start.defect': 'Something went wrong inside Drivebell. Please start it again.',

  'browser.signed-in': 'You are signed in',
  'browser.not-signed-in': 'You are not signed in',
  'browser.go-back': 'You can close this page and go back to Drivebell.',

  'tray.unread_one': '{{count, number}} unread change',
  'tray.unread_other': '{{count, number}} unread changes',
  'tray.open': 'Open Drivebell',
  'tray.pause': 'Pause notifications',
  'tray.pause.one-hour': 'For 1 hour',
  'tray.pause.tomorrow': 'Until tomorrow',
  'tray.pause.until-resumed': 'Until I resume',
  'tray.resume': 'Resume notifications',
  'tray.settings': 'Settings…',
  'tray.quit': 'Quit Drivebell',
} as const;
