// drivebell(no-unsafe-preference) allowRunningInsecureContent: true
// drivebell(no-unsafe-preference) allowServiceWorkers: true
// drivebell(no-unsafe-preference) bypassCSP: true
// drivebell(no-unsafe-preference) contextIsolation: false
// drivebell(no-unsafe-preference) experimentalFeatures: true
// drivebell(no-unsafe-preference) nodeIntegration: true
// drivebell(no-unsafe-preference) nodeIntegrationInSubFrames: true
// drivebell(no-unsafe-preference) nodeIntegrationInWorker: true
// drivebell(no-unsafe-preference) sandbox: false
// drivebell(no-unsafe-preference) webSecurity: false
// drivebell(no-unsafe-preference) webviewTag: true
export const preferences = {
  allowRunningInsecureContent: true,
  allowServiceWorkers: true,
  bypassCSP: true,
  contextIsolation: false,
  experimentalFeatures: true,
  nodeIntegration: true,
  nodeIntegrationInSubFrames: true,
  nodeIntegrationInWorker: true,
  sandbox: false,
  webSecurity: false,
  webviewTag: true,
};
