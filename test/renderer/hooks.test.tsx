import { useState } from 'react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { HookDialog } from '../../src/renderer/settings/hook-dialog.tsx';
import { Root } from '../../src/renderer/root.tsx';
import '../../src/renderer/style.css';
import { useSurroundings } from '../../src/renderer/surroundings.ts';
import { useSnapshot } from '../../src/renderer/use-snapshot.ts';
import { loadAllWords } from '../../src/renderer/all-words.ts';
import type { HookRun, HookView } from '../../src/shared/hooks.ts';
import type { RuleView } from '../../src/shared/wishes.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { serve } from './support/main-process.ts';
import { openWindow } from './support/open-window.tsx';
import { now, snapshot } from './support/samples.ts';
import { settled } from './support/settled.ts';
import { createTranslate } from './support/words.ts';

const rule: RuleView = {
  ruleId: 'r-1',
  origin: 'person',
  isOn: true,
  watchId: null,
  within: null,
  pattern: '*.xlsx',
  person: null,
  kinds: null,
  isMineOnly: false,
  action: 'list',
  until: null,
};
const program: HookView = { kind: 'command', program: '/home/alex/bin/tell the team.sh' };
const address: HookView = { kind: 'post', url: 'http://localhost:8080/changes' };

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name });
const radio = (name: string) => dialog().getByRole('radio', { name });

/** As the menu of a rule opens it. */
function Opened() {
  const { api } = useSurroundings();
  const { snapshot } = useSnapshot(api);
  const [open, setOpen] = useState(true);
  if (!snapshot) return null;
  const hook = snapshot.hooks['r-1'] ?? null;
  return <HookDialog rule={open ? rule : null} hook={hook} onClose={() => setOpen(false)} />;
}

const locale = 'en-GB';

async function open(hook?: HookView): Promise<FakeDrivebell> {
  await loadAllWords(locale);
  const hooks = hook ? { 'r-1': hook } : {};
  const fake = new FakeDrivebell({ snapshot: snapshot({ rules: [rule], hooks }) });
  await render(
    <Root api={serve(fake)} locale={locale} t={createTranslate(locale)} clock={() => now}>
      <Opened />
    </Root>,
  );
  await expect.element(dialog()).toBeVisible();
  return fake;
}

const gone = (): Promise<void> => expect.element(dialog()).not.toBeInTheDocument();

describe('the hook of a rule', () => {
  test('is none, until something else is chosen', async () => {
    const fake = await open();
    await expect.element(radio('Nothing else')).toBeChecked();
    await button('Save').click();
    await gone();
    expect(fake.calls.map(({ name }) => name)).toEqual(['getSnapshot', 'removeHook']);
  });

  test('a program is shown with its whole path, and chosen outside of the window only', async () => {
    const fake = await open();
    await radio('Run a program').click();
    await expect.element(dialog().getByText('No program chosen')).toBeVisible();
    await expect.element(button('Save')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(dialog().getByRole('textbox')).not.toBeInTheDocument();
    await button('Choose…').click();
    await expect.poll(() => fake.asked('chooseHookProgram')).toEqual([['r-1']]);
    fake.push({ hooks: { 'r-1': program } });
    await expect.element(dialog().getByText(program.program, { exact: true })).toBeVisible();
    await button('Save').click();
    await gone();
    expect(fake.calls.map(({ name }) => name)).toEqual(['getSnapshot', 'chooseHookProgram']);
  });

  test('a file that cannot be run is said to be none', async () => {
    const fake = await open();
    fake.fail('chooseHookProgram', 'program-not-runnable');
    await radio('Run a program').click();
    await button('Choose…').click();
    await expect.element(dialog().getByText(/That file cannot be run/u)).toBeVisible();
    await expect.element(dialog().getByText('No program chosen')).toBeVisible();
  });

  test('an address is typed in, by keyboard alone', async () => {
    const fake = await open();
    radio('Nothing else').element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(radio('Tell a server on this computer')).toBeChecked();
    await dialog().getByLabelText('Address').fill(address.url);
    await userEvent.keyboard('{Enter}');
    await gone();
    expect(fake.asked('setHookUrl')).toEqual([['r-1', address.url]]);
  });

  test('an address elsewhere is refused in words, until it is changed', async () => {
    const fake = await open(address);
    fake.fail('setHookUrl', 'address-not-local');
    const field = dialog().getByLabelText('Address');
    await expect.element(field).toHaveValue(address.url);
    await field.fill('http://evil.example/');
    await button('Save').click();
    await expect.element(field).toBeInvalid();
    await expect.element(dialog().getByText(/not an address on this computer/u)).toBeVisible();
    await field.fill('http://localhost/');
    await expect.element(field).not.toBeInvalid();
  });

  test('is removed', async () => {
    const fake = await open(program);
    await expect.element(radio('Run a program')).toBeChecked();
    await radio('Nothing else').click();
    await button('Save').click();
    await gone();
    expect(fake.asked('removeHook')).toEqual([['r-1']]);
  });

  test('that was not removed says so, and stays', async () => {
    const fake = await open(program);
    fake.fail('removeHook', 'storage-failed');
    await radio('Nothing else').click();
    await button('Save').click();
    await expect.element(dialog().getByText(/disk|saved|stored/iu)).toBeVisible();
  });

  test('is left as it is by Escape', async () => {
    const fake = await open(program);
    await radio('Nothing else').click();
    await userEvent.keyboard('{Escape}');
    await gone();
    expect(fake.calls.map(({ name }) => name)).toEqual(['getSnapshot']);
  });

  test.each([undefined, program, address])('has no axe violations: %j', async (hook) => {
    await open(hook);
    await settled();
    const { violations } = await axe.run({ include: ['[role=dialog]'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('diagnostics', () => {
  const runs: readonly HookRun[] = [
    { at: now, ruleId: 'r-1', kind: 'command', outcome: 'ok', code: 0, output: 'noted\nthanks' },
    { at: now, ruleId: 'r-1', kind: 'command', outcome: 'exit-code', code: 3, output: '' },
    { at: now, ruleId: 'r-1', kind: 'command', outcome: 'timed-out', code: null, output: '' },
    { at: now, ruleId: 'r-1', kind: 'command', outcome: 'not-started', code: null, output: '' },
    { at: now, ruleId: 'r-9', kind: 'post', outcome: 'http-status', code: 500, output: '<b>no' },
    { at: now, ruleId: 'r-9', kind: 'post', outcome: 'refused', code: 302, output: '' },
    { at: now, ruleId: 'r-9', kind: 'post', outcome: 'not-started', code: null, output: '' },
  ];

  async function diagnostics(hooks: Record<string, HookView>, letGo = 0): Promise<FakeDrivebell> {
    const fake = new FakeDrivebell({
      snapshot: snapshot({ rules: [rule], hooks }),
      startPage: 'settings',
    });
    fake.hookReport = { runs, letGo };
    await openWindow(fake);
    await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    return fake;
  }

  test('say what came of the last hooks, when asked', async () => {
    const fake = await diagnostics({ 'r-1': program }, 2);
    expect(fake.asked('getHookRuns')).toEqual([]);
    await page.getByText('Hooks', { exact: true }).click();
    const lines = page.getByRole('region', { name: 'Diagnostics' }).getByRole('listitem');
    await expect.element(lines.first()).toBeVisible();
    expect(lines.elements().map((line) => line.textContent)).toEqual([
      '14:30 · Files named *.xlsx: list only · exit code 0noted\nthanks',
      '14:30 · Files named *.xlsx: list only · exit code 3',
      '14:30 · Files named *.xlsx: list only · stopped after 10 seconds',
      '14:30 · Files named *.xlsx: list only · the program could not be started',
      '14:30 · A rule that is gone · HTTP status 500<b>no',
      '14:30 · A rule that is gone · HTTP status 302, a redirect, which is not followed',
      '14:30 · A rule that is gone · the server could not be reached',
    ]);
    await expect.element(page.getByText(/2 changes were let go/u)).toBeVisible();
  });

  test('are asked again at each opening', async () => {
    const fake = await diagnostics({ 'r-1': program });
    const summary = page.getByText('Hooks', { exact: true });
    await summary.click();
    await summary.click();
    fake.hookReport = { runs: [], letGo: 0 };
    await summary.click();
    await expect.element(page.getByText(/None has run since/u)).toBeVisible();
  });

  test('say nothing of hooks where there are none', async () => {
    await diagnostics({});
    await expect.element(page.getByText('Hooks', { exact: true })).not.toBeInTheDocument();
  });
});

test('a rule’s menu leads to what else happens, and its row says what that is', async () => {
  const fake = new FakeDrivebell({
    snapshot: snapshot({ rules: [rule], hooks: { 'r-1': program } }),
    startPage: 'settings',
  });
  await openWindow(fake);
  await expect.element(page.getByText(/Then: \//u)).toBeVisible();
  await page.getByRole('button', { name: /^More for this rule/u }).click();
  await page.getByRole('menuitem', { name: 'Also run…' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
});
