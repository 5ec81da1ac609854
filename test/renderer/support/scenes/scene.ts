import { expect } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { TranslateAny } from '../../../../src/shared/texts/translate-any.ts';
import type { FakeDrivebell } from '../fake-drivebell.ts';

type Params = Parameters<TranslateAny>[1];
type Key = Parameters<TranslateAny>[0];
type Role = Parameters<typeof page.getByRole>[0];

export interface Scene {
  readonly of: () => FakeDrivebell;
  readonly act?: (hand: Hand) => Promise<void>;
  /** A menu floats above the landmarks and belongs to its button. */
  readonly floats?: boolean;
}

export type Scenes = Readonly<Record<string, Scene>>;

/** What a person does in the window of one language, by the words that are read there. */
export class Hand {
  readonly t: TranslateAny;

  constructor(t: TranslateAny) {
    this.t = t;
  }

  find(role: Role, key: Key, params?: Params) {
    return page.getByRole(role, { name: this.t(key, params), exact: true }).first();
  }

  press(key: Key, params?: Params): Promise<void> {
    return this.find('button', key, params).click();
  }

  choose(key: Key, params?: Params): Promise<void> {
    return this.find('menuitem', key, params).click();
  }

  async goTo(where: 'drives' | 'settings'): Promise<void> {
    await this.press(`nav.${where}`);
    const title = { level: 1, name: this.t(`nav.${where}`) };
    await untilVisible(page.getByRole('heading', title));
  }

  async openDetails(): Promise<void> {
    for (const details of document.querySelectorAll('details')) {
      if (!details.open) details.querySelector('summary')?.click();
      await untilFilled(details);
    }
  }

  /** Of the first rule. */
  async ruleMenu(): Promise<void> {
    await page
      .getByRole('list', { name: this.t('rules.list') })
      .getByRole('button')
      .last()
      .click();
  }

  sees(role: 'dialog' | 'alertdialog' | 'menu'): Promise<void> {
    return untilVisible(page.getByRole(role).first());
  }
}

export const inDialog = () => page.getByRole('dialog');

function untilVisible(what: Locator): Promise<void> {
  return expect.element(what).toBeVisible();
}

function untilFilled(details: Element): Promise<void> {
  return expect.poll(() => details.querySelector('li, input')).not.toBe(null);
}
