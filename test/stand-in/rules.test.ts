import { beforeAll, describe, expect, test } from 'vitest';
import { fixture, run, temporaryFolder } from './support/run-fixture.ts';

const outcomes: { before: Record<string, unknown>; after: Record<string, unknown> } = {
  before: {},
  after: {},
};

beforeAll(async () => {
  using userData = temporaryFolder();
  const app = run([fixture('rules'), `--user-data-dir=${userData.path}`]);
  Object.assign(outcomes, JSON.parse(await app.line('"before"')) as typeof outcomes);
  await app.exited;
}, 30_000);

const linux = process.platform === 'linux';

describe('before ready', () => {
  test.for([
    ['window', 'Error: Cannot create BrowserWindow before app is ready'],
    ['tray', 'Error: Cannot create Tray before app is ready'],
    ['notification', 'Error: Cannot create Notification before app is ready'],
    ['defaultSession', 'TypeError: Session can only be received when app is ready'],
    ['partition', 'TypeError: Session can only be received when app is ready'],
    ['fetch', 'TypeError: Session can only be received when app is ready'],
    ['request', 'Error: net module can only be used after app is ready'],
    ['webSocket', 'Error: net.WebSocket can only be used after app is ready'],
    ['messageBox', 'Error: dialog module can only be used after app is ready'],
    ['encrypt', 'Error: safeStorage cannot be used before app is ready'],
    ['decrypt', 'Error: safeStorage cannot be used before app is ready'],
    ['encryptionAvailable', false],
    [
      'syncEncrypt',
      'Error: stand-in: safeStorage.encryptString is banned; use the asynchronous functions',
    ],
    ['protocolHandle', 'TypeError: Session can only be received when app is ready'],
    ['screen', "Error: The 'screen' module can't be used before the app 'ready' event"],
    ['locale', ''],
    ['systemLocale', 'Error: app.getSystemLocale() can only be called after app is ready'],
    [
      'codeCache',
      'Error: Code cache can only be enabled when the custom scheme is registered as standard scheme.',
    ],
    ['privileged', 'ok'],
    [
      'privilegedTwice',
      'Error: stand-in: protocol.registerSchemesAsPrivileged can only be used once',
    ],
    ['enableSandbox', 'ok'],
    ['disableHardwareAcceleration', 'ok'],
    ['idleTime', '0'],
    ['powerListener', 'ok'],
    ['errorBox', 'ok'],
    ['relativePath', 'Error: Path must be absolute'],
    ['unknownPath', "Error: Failed to get 'nowhere' path"],
  ] as const)('%s', ([name, expected]) => {
    expect(outcomes.before[name]).toBe(expected);
  });
});

describe('after ready', () => {
  test.for([
    ['isReady', true],
    [
      'privileged',
      'Error: protocol.registerSchemesAsPrivileged should be called before app is ready',
    ],
    ['enableSandbox', 'Error: app.enableSandbox() can only be called before app is ready'],
    [
      'disableHardwareAcceleration',
      'Error: app.disableHardwareAcceleration() can only be called before app is ready',
    ],
    ['handle', 'ok'],
    ['handleTwice', "Error: Attempted to register a second handler for 'a'"],
    ['handleNothing', "TypeError: Expected handler to be a function, but found type 'object'"],
    ['protocolTwice', 'Error: Failed to register protocol: app'],
    ['unhandle', 'Error: Failed to unhandle protocol: other'],
    ['ownHandlers', false],
    [
      'unnamedRole',
      'TypeError: Invalid template for MenuItem: must have at least one of label, role or type',
    ],
    ['trayMenu', 'TypeError: Must pass Menu or null'],
    ['trayImage', "Error: Failed to load image from path '/nowhere.png'"],
    ['trayDestroyed', 'Error: Tray is destroyed'],
    ['sendWithoutChannel', 'TypeError: Missing required channel argument'],
    ['unknownOption', 'Error: stand-in: BrowserWindow option kiosk is not implemented'],
    ['unsandboxed', 'Error: stand-in: webPreferences.sandbox = false is not implemented'],
    ['destroyed', true],
    ['destroyedWindow', 'TypeError: Object has been destroyed'],
    ['destroyedContents', 'TypeError: Object has been destroyed'],
    ['contentsOfDestroyed', 'TypeError: Object has been destroyed'],
    ['idOfDestroyed', 'number'],
    ['unplayedMember', 'Error: stand-in: electron.app.getBadgeCount is not implemented'],
    ['unplayedModule', 'Error: stand-in: electron.autoUpdater.checkForUpdates is not implemented'],
    ['unplayedClass', 'Error: stand-in: electron.BrowserView is not implemented'],
    ['unplayedInstanceMember', 'Error: stand-in: electron.Tray.focus is not implemented'],
    [
      'unplayedStatic',
      'Error: stand-in: electron.Menu.sendActionToFirstResponder is not implemented',
    ],
  ] as const)('%s', ([name, expected]) => {
    expect(outcomes.after[name]).toBe(expected);
  });

  test.runIf(linux)('what Linux lacks is undefined, not an error', () => {
    const { absentHere, absentNotification } = outcomes.after;
    expect({ absentHere, absentNotification }).toStrictEqual({
      absentHere: 'undefined',
      absentNotification: 'undefined',
    });
  });
});
