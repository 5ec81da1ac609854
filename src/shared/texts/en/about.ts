export const about = {
  'about.licence': 'Free software, under the MIT licence.',
  'about.licences': 'Third-party licences…',
  'licences.title': 'Third-party licences',
  'licences.note': 'Drivebell itself contains the work of others, under these licences.',
  'licences.chromium':
    'Drivebell runs on Electron, which contains Chromium. What Chromium is made of, and under which licences, is told by a file beside the program.',
  'licences.chromium.show': 'Show the file',
  'licences.close': 'Close',
} as const;
