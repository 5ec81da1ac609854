/** New versions of the app: words that come with Settings. */
export const updates = {
  'updates.title': 'Updates',
  'updates.not-looked': 'Drivebell {{version}} looks for a newer version once a day.',
  'updates.none': 'Drivebell {{version}} is the newest version. Last checked: {{time}}.',
  'updates.looking': 'Looking for a newer version…',
  'updates.found': 'Drivebell {{version}} is available.',
  'updates.downloading': 'Downloading Drivebell {{version}}: {{share, number(style: percent)}}',
  'updates.ready': 'Drivebell {{version}} is ready. Choose “Restart to update” to install it.',
  'updates.ready-by-itself':
    'Drivebell {{version}} is ready. It is installed while you are away, or now if you choose “Restart to update”.',
  'updates.installing': 'Installing Drivebell {{version}}…',
  'updates.bar': 'Drivebell {{version}} is ready.',
  'updates.look': 'Check now',
  'updates.download': 'Download',
  'updates.restart': 'Restart to update',
  'updates.releases': 'Open the releases page',
  'updates.by-itself': 'Update Drivebell by itself',
  'updates.by-itself.note':
    'New versions are downloaded, and installed once you have been away for 15 minutes with this window closed.',

  'updates.elsewhere.deb':
    'This Drivebell was installed as a deb package and does not replace itself. Get new versions from the releases page and install them as you did this one.',
  'updates.elsewhere.rpm':
    'This Drivebell was installed as an rpm package and does not replace itself. Get new versions from the releases page and install them as you did this one.',
  'updates.elsewhere.other-package':
    'This Drivebell was installed by your system’s package manager, and new versions come from there.',
  'updates.elsewhere.archive':
    'This Drivebell was unpacked from an archive and does not replace itself. Get new versions from the releases page.',
  'updates.elsewhere.development':
    'This Drivebell runs from its source code and is updated together with it.',

  'updates.failed.no-network':
    'The releases page cannot be reached. Drivebell tries again by itself.',
  'updates.failed.too-slow':
    'The releases page took too long to answer. Drivebell tries again by itself.',
  'updates.failed.server-down':
    'The releases page does not answer at the moment. Drivebell tries again by itself.',
  'updates.failed.feed-unreadable': 'The list of versions could not be understood.',
  'updates.failed.feed-foreign':
    'The list of versions led to a place that is not Drivebell’s. Nothing was downloaded from there.',
  'updates.failed.older':
    'The version that is offered is older than this one. It was not installed.',
  'updates.failed.prerelease':
    'The version that is offered is a trial version. It was not installed.',
  'updates.failed.damaged':
    'What was downloaded is not what was published. It was deleted and not installed.',
  'updates.failed.not-signed':
    'The signature of the new version could not be confirmed. It was deleted and not installed.',
  'updates.failed.not-written':
    'The new version could not be written. The disk may be full, or the folder may not be writable.',
  'updates.failed.not-installed':
    'The new version could not be installed. Get it from the releases page instead.',
  'updates.failed.internal': 'Updating did not work. Get the new version from the releases page.',
} as const;
