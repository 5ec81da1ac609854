import { expect, it } from 'vitest';
import { runTrayCommand } from '../../src/main/tray-commands.ts';
import type { Outcome } from '../../src/shared/ipc.ts';
import type { TrayCommand } from '../../src/shared/texts/tray-menu.ts';

const done: Outcome<void> = { ok: true, value: undefined };

/** What was asked of the product and the window, in order. */
async function run(
  command: TrayCommand,
  opened: Outcome<void> = done,
): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  const hears =
    (what: string, answer: unknown = done) =>
    (...args: readonly unknown[]): never => {
      heard.push([what, ...args]);
      return answer as never;
    };
  const drivebell = {
    history: { openItem: hears('openItem', opened), markRead: hears('markRead') },
    updates: { restart: hears('restart') },
    preferences: { pause: hears('pause'), resume: hears('resume') },
  } as never;
  await runTrayCommand({ drivebell, show: hears('show'), quit: hears('quit') }, command);
  return heard;
}

it.each<[TrayCommand, readonly unknown[]]>([
  [{ ask: 'show', page: null }, ['show', undefined]],
  [{ ask: 'show', page: 'settings' }, ['show', 'settings']],
  [{ ask: 'open-item', activityId: 7 }, ['openItem', 7]],
  [{ ask: 'pause', until: 'tomorrow' }, ['pause', 'tomorrow']],
  [{ ask: 'resume' }, ['resume']],
  [{ ask: 'mark-read', upTo: 42 }, ['markRead', 42]],
  [{ ask: 'update' }, ['restart']],
  [{ ask: 'quit' }, ['quit']],
])('%j', async (command, expected) => {
  expect(await run(command)).toEqual([expected]);
});

it('shows the list where an item cannot be opened', async () => {
  const refused = { ok: false, code: 'link-not-allowed' } as const;
  expect(await run({ ask: 'open-item', activityId: 7 }, refused)).toEqual([
    ['openItem', 7],
    ['show', 'activity'],
  ]);
});
