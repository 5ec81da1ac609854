/** What the window may ask about new versions, and what not; who answers. */
export const goodUpdates = {
  lookForUpdate: [[]],
  downloadUpdate: [[]],
  restartToUpdate: [[]],
  updateByItself: [[true], [false]],
  openReleases: [[]],
};

export const badUpdates = {
  lookForUpdate: [['https://evil.example/latest.yml']],
  downloadUpdate: [['1.1.0'], [{ url: 'https://evil.example' }]],
  restartToUpdate: [[true]],
  updateByItself: [[], ['yes'], [null], [true, true]],
  openReleases: [['https://evil.example']],
};

export const updateAnswerers = {
  lookForUpdate: 'updates.look',
  downloadUpdate: 'updates.download',
  restartToUpdate: 'updates.restart',
  updateByItself: 'updates.setAutomatic',
  openReleases: 'updates.openReleases',
};
