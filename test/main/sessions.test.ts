import { beforeEach, expect, it } from 'vitest';
import { networkSession, pageSession } from '../../src/main/sessions.ts';
import { given, resetElectron, seen } from './support/electron.ts';
import type { FakeSession } from './support/session.ts';

beforeEach(() => {
  resetElectron();
});

const pageName = 'drivebell-page';
const networkName = 'drivebell-network';
const defaultName = '';

function the(name: string): FakeSession {
  const found = seen.sessions.get(name);
  if (!found) throw new Error(`There is no session "${name}".`);
  return found;
}

function ask(name: string, handler: string, ...args: readonly unknown[]): unknown {
  return the(name).handlers.get(handler)?.(...(args as readonly never[]));
}

it.each<[string, () => unknown, string]>([
  ['the page', pageSession, pageName],
  ['the network', networkSession, networkName],
  ['everything else, once there is that of the page', pageSession, defaultName],
  ['everything else, once there is that of the network', networkSession, defaultName],
])('the session of %s allows nothing', (_what, make, name) => {
  make();
  const answers: boolean[] = [];
  ask(name, 'permissionRequest', {}, 'notifications', (isAllowed: boolean) =>
    answers.push(isAllowed),
  );
  expect([...answers, ask(name, 'permissionCheck'), ask(name, 'devicePermission')]).toEqual([
    false,
    false,
    false,
  ]);
  let isStopped = false;
  the(name).emit('will-download', { preventDefault: () => (isStopped = true) });
  expect([isStopped, the(name).hasSpellChecker]).toEqual([true, false]);
});

it('says so to each once, however often it is asked for', () => {
  for (let asked = 0; asked < 20; asked += 1) networkSession();
  const counts = [networkName, defaultName].map((name) => the(name).listenerCount('will-download'));
  expect(counts).toEqual([1, 1]);
});

it.each([
  ['app://bundle/index.html', false],
  ['devtools://devtools/x.html', false],
  ['app://bundle.evil/index.html', true],
  ['https://evil.example/', true],
  ['file:///etc/passwd', true],
  ['data:text/html,x', true],
])('the page may load %s: cancelled %s', (url, cancel) => {
  pageSession();
  const answers: unknown[] = [];
  ask(pageName, 'onBeforeRequest', { url }, (answer: unknown) => answers.push(answer));
  expect(answers).toEqual([{ cancel }]);
});

it('keeps both sessions apart, and in memory', () => {
  pageSession();
  networkSession();
  const names = [...seen.sessions.keys()];
  expect(names.toSorted()).toEqual([defaultName, networkName, pageName]);
  expect([the(networkName).hasCache, the(pageName).hasCache]).toEqual([false, false]);
});

it('needs Electron to be ready', () => {
  given.isReady = false;
  expect(() => pageSession()).toThrow('Session can only be received when app is ready');
});
