import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { confine } from '../../src/main/navigation.ts';

class Contents extends EventEmitter {
  openWindow: () => unknown = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: () => unknown): void {
    this.openWindow = handler;
  }
}

let contents: Contents;

beforeEach(() => {
  contents = new Contents();
  confine(contents as unknown as WebContents);
});

function isStopped(event: string, url: string): boolean {
  let stopped = false;
  contents.emit(event, { url, preventDefault: () => (stopped = true) });
  return stopped;
}

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s stays on our page',
  (event) => {
    expect(isStopped(event, 'app://bundle/index.html')).toBe(false);
    for (const url of [
      'https://evil.example/',
      'app://bundle.evil/',
      'file:///x',
      'app://bundle',
    ]) {
      expect([url, isStopped(event, url)]).toEqual([url, true]);
    }
  },
);

it('opens no second window and no webview', () => {
  expect(contents.openWindow()).toEqual({ action: 'deny' });
  expect(isStopped('will-attach-webview', 'app://bundle/index.html')).toBe(true);
});
