import axe from 'axe-core';
import type { CDPSession } from '@vitest/browser-playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { languages } from '../../src/shared/texts/languages.ts';
import { gallery } from './support/gallery.ts';
import { openWindow } from './support/open-window.tsx';
import { scenes, show } from './support/scenes.ts';
import { settled } from './support/settled.ts';

/** Fluent's focus guards are hidden and focusable on purpose. */
const checked = { include: ['body'], exclude: ['[data-tabster-dummy]'] };

const appearances = {
  light: {},
  dark: { 'prefers-color-scheme': 'dark' },
  forced: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
type Appearance = keyof typeof appearances;

async function look(appearance: Appearance): Promise<void> {
  const features = Object.entries(appearances[appearance]).map(([name, value]) => ({
    name,
    value,
  }));
  const session: CDPSession = cdp();
  await session.send('Emulation.setEmulatedMedia', { features });
}

async function violations(options: axe.RunOptions): Promise<readonly string[]> {
  // Half faded in, anything lacks contrast.
  await settled();
  const { violations } = await axe.run(checked, { ...options, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

afterEach(() => look('light'));

/** Longer than any page but a list that never ends. */
const longest = 5000;

/** Room for all that could be scrolled to. */
async function stretch(): Promise<void> {
  const hidden = [...document.querySelectorAll('main *')]
    .filter((element) => /auto|scroll/u.test(getComputedStyle(element).overflowY))
    .map((element) => element.scrollHeight - element.clientHeight)
    .filter((height) => height < longest);
  await page.viewport(innerWidth, innerHeight + Math.max(0, ...hidden));
}

const nameIn = (id: string): string | null | undefined => {
  const element = document.getElementById(id);
  return element?.getAttribute('aria-label') ?? element?.textContent;
};

const partsOf = (element: Element, of: 'labelledby' | 'describedby'): readonly string[] =>
  element.getAttribute(`aria-${of}`)?.split(/\s+/u) ?? [];

/** What axe lets pass: a description that is read twice, a menu of which nobody hears whose it is. */
function badlySaid(): readonly string[] {
  const twice = [...document.querySelectorAll('[aria-describedby]')].filter((element) => {
    const parts = partsOf(element, 'describedby');
    return new Set(parts).size < parts.length;
  });
  const nameless = [...document.querySelectorAll('[role="menu"]')].filter(
    (menu) => !menu.getAttribute('aria-label') && !partsOf(menu, 'labelledby').some(nameIn),
  );
  return [...twice, ...nameless].map(({ outerHTML }) => outerHTML.slice(0, 200));
}

/** What is drawn is the same in every appearance: only its colours change. They do not depend on the language. */
const ofColours = { runOnly: ['color-contrast', 'link-in-text-block'] };
const notOfColours = Object.fromEntries(ofColours.runOnly.map((id) => [id, { enabled: false }]));

describe.each(languages)('no axe violations, %s', (language) => {
  test.each([...scenes])('%s', async (_name, scene) => {
    await show(scene, language);
    await stretch();
    const isFirst = language === 'en';
    const rules = scene.floats ? { region: { enabled: false } } : {};
    const light = await violations({ rules: isFirst ? rules : { ...rules, ...notOfColours } });
    expect(light).toEqual([]);
    if (!isFirst) return;
    expect(badlySaid()).toEqual([]);
    await look('dark');
    const dark = await violations(ofColours);
    await look('forced');
    const forced = await violations(ofColours);
    expect({ dark, forced }).toEqual({ dark: [], forced: [] });
  });
});

test('the theme follows the system while the window is open', async () => {
  await openWindow(gallery.activity());
  await expect.element(page.getByRole('main')).toBeVisible();
  const ground = (): string => {
    const main = page.getByRole('main').element().parentElement;
    return main ? getComputedStyle(main).backgroundColor : '';
  };
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await look('dark');
  await expect.poll(ground).toBe('rgb(41, 41, 41)');
});
