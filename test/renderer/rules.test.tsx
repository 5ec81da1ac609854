import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RuleDraft, RuleView } from '../../src/shared/wishes.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { draft, drive, hour, now, rule, snapshot } from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const rules = () => page.getByRole('list', { name: 'Rules, the first to be tried first' });
const dialog = () => page.getByRole('dialog');
const entry = (name: string) => dialog().getByRole('textbox', { name });
const save = () => dialog().getByRole('button', { name: 'Save' });
const some = [
  rule('tmp', { pattern: '*.tmp', action: 'ignore' }),
  rule('adele', { person: 'Adele Vance' }),
  rule('plans', { watchId: 'finance', within: 'Plans', origin: 'mute', until: now + hour }),
];

async function show(list: readonly RuleView[] = some): Promise<FakeDrivebell> {
  const drives = [drive('finance'), drive('hr', { name: 'HR' })];
  const fake = new FakeDrivebell({
    snapshot: snapshot({ rules: list, drives }),
    startPage: 'settings',
  });
  fake.ruleCounts = { tmp: 12 };
  await openWindow(fake);
  await expect.element(button('Add a rule')).toBeVisible();
  return fake;
}

async function choose(name: RegExp, entry: string): Promise<void> {
  await button(name).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

describe('the list', () => {
  test('has the rules in their order, and what each has matched', async () => {
    const fake = await show();
    const rows = rules().getByRole('listitem');
    await expect
      .element(rows.nth(0))
      .toMatchTextContent(/^Files named \*\.tmp: ignore12 matched this week$/u);
    await expect.element(rows.nth(1)).toMatchTextContent(/^Everything by Adele Vance.*0 matched/u);
    await expect
      .element(rows.nth(2))
      .toMatchTextContent(/until 15:30.*Muted from the list.*End now/u);
    expect(fake.asked('countRules')).toHaveLength(1);
    fake.push({ unread: 3 });
    fake.push({ rules: some.slice(1) });
    await expect.poll(() => fake.asked('countRules')).toHaveLength(2);
  });

  test('says so where there are none', async () => {
    await show([]);
    await expect.element(page.getByText('There are no rules yet.')).toBeVisible();
  });

  test('switches a rule off, and sends nothing else of it', async () => {
    const fake = await show();
    await page.getByRole('switch', { name: /\*\.tmp/u }).click();
    const wanted = draft({ pattern: '*.tmp', action: 'ignore', isOn: false });
    await expect.poll(() => fake.asked('changeRule')).toEqual([['tmp', wanted]]);
  });

  test('moves a rule, and the focus goes with it', async () => {
    const fake = await show();
    await choose(/More for this rule: Everything by Adele/u, 'Move up');
    await expect.poll(() => fake.asked('moveRule')).toEqual([['adele', 'earlier']]);
    fake.push({ rules: [some[1], some[0], some[2]].filter((each) => each !== undefined) });
    await expect.element(page.getByRole('status')).toHaveTextContent('Now rule 1 of 3');
    await expect.element(button(/More for this rule: Everything by Adele/u)).toHaveFocus();
    await choose(/More for this rule: Everything by Adele/u, 'Move down');
    await expect.poll(() => fake.asked('moveRule').at(-1)).toEqual(['adele', 'later']);
  });

  test('the first cannot go earlier, nor the last later', async () => {
    await show();
    await button(/More for this rule: Files/u).click();
    await expect.element(page.getByRole('menuitem', { name: 'Move up' })).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    await button(/More for this rule: “Plans”/u).click();
    await expect.element(page.getByRole('menuitem', { name: 'Move down' })).toBeDisabled();
  });

  test('removes a rule, and ends a mute', async () => {
    const fake = await show();
    await choose(/More for this rule: Files/u, 'Remove');
    await expect.element(page.getByRole('status')).toHaveTextContent('The rule was removed');
    await button(/^End now: “Plans” in Finance/u).click();
    await expect.poll(() => fake.asked('removeRule')).toEqual([['tmp'], ['plans']]);
  });

  test('a rule that is over says so', async () => {
    await show([rule('old', { until: now - hour })]);
    await expect.element(rules()).toMatchTextContent(/Has ended/u);
  });
});

describe('a new rule', () => {
  async function adding(): Promise<FakeDrivebell> {
    const fake = await show();
    await button('Add a rule').click();
    await expect.element(save()).toBeVisible();
    return fake;
  }
  const added = (fake: FakeDrivebell): readonly unknown[] => fake.asked('addRules');

  test('is everything listed, unless more is said', async () => {
    const fake = await adding();
    await save().click();
    await expect.poll(() => added(fake)).toEqual([[[draft({})], null]]);
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    await expect.element(button('Add a rule')).toHaveFocus();
  });

  test('is added once, however often the button is pressed while the dialog goes', async () => {
    const fake = await adding();
    const pressed = save().element() as HTMLElement;
    pressed.click();
    await expect.poll(() => added(fake)).toHaveLength(1);
    await expect.poll(() => pressed.ariaDisabled).not.toBe('true');
    pressed.click();
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    expect(added(fake)).toHaveLength(1);
  });

  test('takes all that can be said', async () => {
    const fake = await adding();
    await dialog().getByRole('combobox', { name: 'Where' }).selectOptions('In HR');
    await entry('Names').fill(' *.docx, Draft* ');
    await entry('Person').fill('Adele Vance');
    await dialog().getByRole('radio', { name: 'Only certain changes' }).click();
    await dialog().getByRole('checkbox', { name: 'Deleted' }).click();
    await dialog().getByRole('checkbox', { name: 'Created' }).click();
    await dialog().getByRole('radio', { name: 'Ignore' }).click();
    await dialog()
      .getByRole('checkbox', { name: /^Only what I created/u })
      .click();
    await dialog().getByRole('combobox', { name: 'Until' }).selectOptions('day');
    await dialog().getByLabelText('Last day').fill('2026-11-20');
    await save().click();
    const wanted: RuleDraft = draft({
      watchId: 'hr',
      pattern: '*.docx, Draft*',
      person: 'Adele Vance',
      kinds: ['created', 'deleted'],
      isMineOnly: true,
      action: 'ignore',
      until: new Date(2026, 10, 21).getTime(),
    });
    await expect.poll(() => added(fake)).toEqual([[[wanted], null]]);
  });

  test('is not sent before it makes sense, and says why', async () => {
    const fake = await adding();
    await dialog().getByRole('radio', { name: 'Only certain changes' }).click();
    await dialog().getByRole('combobox', { name: 'Until' }).selectOptions('day');
    await dialog().getByLabelText('Last day').fill('2026-11-17');
    expect(dialog().getByText('Choose at least one kind of change.').elements()).toEqual([]);
    await save().click();
    await expect.element(dialog().getByText('Choose at least one kind of change.')).toBeVisible();
    await expect.element(dialog().getByText('Choose a day that is not over yet.')).toBeVisible();
    expect(added(fake)).toEqual([]);
    await dialog().getByRole('radio', { name: 'Anything' }).click();
    await dialog().getByLabelText('Last day').fill('2026-11-18');
    await save().click();
    await expect.poll(() => added(fake)).toHaveLength(1);
  });

  test('of what is mine is ready-made, with the rest listed after it', async () => {
    const fake = await adding();
    await dialog()
      .getByRole('button', { name: /^Start from/u })
      .click();
    await expect.element(dialog().getByRole('radio', { name: 'Notify' })).toBeChecked();
    await save().click();
    const mine = draft({ isMineOnly: true, action: 'notify' });
    await expect.poll(() => added(fake)).toEqual([[[mine, draft({})], null]]);
  });

  test('of what is mine can stand alone', async () => {
    const fake = await adding();
    await dialog()
      .getByRole('button', { name: /^Start from/u })
      .click();
    await dialog()
      .getByRole('checkbox', { name: /^List everything else/u })
      .click();
    await save().click();
    await expect
      .poll(() => added(fake))
      .toEqual([[[draft({ isMineOnly: true, action: 'notify' })], null]]);
  });

  test('that was not kept stays open and says why', async () => {
    const fake = await adding();
    fake.fail('addRules', 'too-many-rules');
    await entry('Names').fill('*.tmp');
    await save().click();
    await expect.element(dialog().getByRole('alert')).toMatchTextContent(/too many rules/u);
    await expect.element(entry('Names')).toHaveValue('*.tmp');
  });
});

describe('changing a rule', () => {
  test('begins with what it says, and sends it whole', async () => {
    const fake = await show();
    await choose(/More for this rule: Everything by Adele/u, 'Edit');
    await expect.element(entry('Person')).toHaveValue('Adele Vance');
    expect(
      dialog()
        .getByRole('button', { name: /^Start from/u })
        .elements(),
    ).toEqual([]);
    await dialog().getByRole('radio', { name: 'Notify' }).click();
    await save().click();
    const wanted = draft({ person: 'Adele Vance', action: 'notify' });
    await expect.poll(() => fake.asked('changeRule')).toEqual([['adele', wanted]]);
  });

  test('what it is about stays, and its end as well', async () => {
    const fake = await show();
    await choose(/More for this rule: “Plans”/u, 'Edit');
    await expect.element(dialog().getByText('“Plans” in Finance')).toBeVisible();
    expect(dialog().getByRole('combobox', { name: 'Where' }).elements()).toEqual([]);
    await expect
      .element(dialog().getByRole('combobox', { name: 'Until' }))
      .toHaveDisplayValue('Until 15:30');
    await save().click();
    const wanted = draft({ watchId: 'finance', until: now + hour });
    await expect.poll(() => fake.asked('changeRule')).toEqual([['plans', wanted]]);
  });
});
