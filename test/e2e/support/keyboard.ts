import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page has. */
const mostStops = 60;

/** What of the focused element a person with eyes misses; in the page, which has its own types. */
const missingOfFocus = `(() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return 'nothing has the focus';
  const name = focused.tagName + ' ' + (focused.getAttribute('aria-label') ?? focused.textContent);
  // Fluent draws its own box over the one that has the focus.
  const drawn = focused.matches('[type=checkbox], [type=radio]') ? focused.parentElement : focused;
  if (!drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    return name + ' is not drawn';
  }
  const { left, right, top, bottom } = drawn.getBoundingClientRect();
  const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
  const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
  const hit = document.elementFromPoint(x, y);
  const isSeen = hit && (drawn.contains(hit) || hit.contains(drawn));
  return right > left && bottom > top && isSeen ? '' : name + ' is out of sight';
})()`;

/** Somebody who has no mouse, and wants to see where the focus is. */
export class Keyboard {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  async press(key: string): Promise<void> {
    await this.#window.keyboard.press(key);
  }

  /** Presses a key until that has the focus, which is in sight all the way. */
  async reach(wanted: Locator, key = 'Tab'): Promise<void> {
    await expect(wanted).toBeVisible();
    // A menu that is seen has the focus a moment later.
    await expect.poll(() => wanted.evaluate(isWithinReach)).toBe(true);
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await hasFocus(wanted)) return;
      await this.press(key);
      // From the last stop Tab leads out of the page, and back with the next.
      if (await this.#isOutside()) await this.press(key);
      await this.seesFocus();
    }
    throw new Error(`${key} does not lead to ${String(wanted)}.`);
  }

  async use(wanted: Locator, { by = 'Enter', with: key = 'Tab' } = {}): Promise<void> {
    await this.reach(wanted, key);
    await this.press(by);
  }

  #isOutside(): Promise<boolean> {
    return this.#window.evaluate('document.activeElement === document.body');
  }

  /** Something may fade in, or a page come, first. */
  async seesFocus(): Promise<void> {
    await expect.poll(() => this.#window.evaluate<string>(missingOfFocus)).toBe('');
  }
}

interface Matching {
  matches(selector: string): boolean;
  closest(selector: string): Matching | null;
}

/** Of a menu only what is in the one that has the focus. */
function isWithinReach(element: unknown): boolean {
  const menu = (element as Matching).closest('[role=menu]');
  return menu === null || menu.matches(':focus-within');
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => (element as unknown as Matching).matches(':focus'));
}
