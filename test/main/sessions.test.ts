import { beforeEach, expect, it } from 'vitest';
import { denyDefaultSession, networkSession, pageSession } from '../../src/main/sessions.ts';
import { type FakeSession, given, resetElectron, seen } from './support/electron.ts';

beforeEach(() => {
  resetElectron();
});

function only(): FakeSession {
  const [found] = seen.sessions.values();
  if (!found || seen.sessions.size !== 1) throw new Error('There should be one session.');
  return found;
}

function ask(name: string, ...args: readonly unknown[]): unknown {
  const handler = only().handlers.get(name);
  return handler?.(...(args as readonly never[]));
}

it.each<[string, () => unknown]>([
  ['the page', pageSession],
  ['the network', networkSession],
  ['everything else', denyDefaultSession],
])('the session of %s allows nothing', (_what, make) => {
  make();
  const answers: boolean[] = [];
  ask('permissionRequest', {}, 'notifications', (isAllowed: boolean) => answers.push(isAllowed));
  expect([...answers, ask('permissionCheck'), ask('devicePermission')]).toEqual([
    false,
    false,
    false,
  ]);
  let isStopped = false;
  only().emit('will-download', { preventDefault: () => (isStopped = true) });
  expect([isStopped, only().hasSpellChecker]).toEqual([true, false]);
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
  ask('onBeforeRequest', { url }, (answer: unknown) => answers.push(answer));
  expect(answers).toEqual([{ cancel }]);
});

it('keeps both sessions apart, and in memory', () => {
  pageSession();
  networkSession();
  const names = [...seen.sessions.keys()];
  expect(new Set(names).size).toBe(2);
  expect(names.filter((name) => name.startsWith('persist:'))).toEqual([]);
});

it('needs Electron to be ready', () => {
  given.isReady = false;
  expect(() => pageSession()).toThrow('Session can only be received when app is ready');
});
