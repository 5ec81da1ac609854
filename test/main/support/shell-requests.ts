/** What the window may ask of what is not the product. */
export const goodShell = {
  startPage: [[]],
  canTryOut: [[]],
  tryOut: [[]],
  getLoginItem: [[]],
  setLoginItem: [[true], [false]],
  zoom: [['in'], ['out'], ['reset']],
  showDataFolder: [[]],
  getLicences: [[]],
  showChromiumLicences: [[]],
};

/** What it may not. */
export const badShell = {
  startPage: [['drives']],
  canTryOut: [[true]],
  tryOut: [['npm']],
  getLoginItem: [[true]],
  setLoginItem: [[], ['on'], [null], [{ openAtLogin: true }], [true, '/bin/sh']],
  zoom: [[], ['up'], [2]],
  showDataFolder: [['/etc']],
  getLicences: [['react']],
  showChromiumLicences: [['/etc/passwd']],
} satisfies Record<keyof typeof goodShell, unknown>;
