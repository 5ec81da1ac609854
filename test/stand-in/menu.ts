import type { MenuItemConstructorOptions } from 'electron';
import { MenuItem, submenus } from './menu-item.ts';
import { strictEmitter } from './strict.ts';

type Template = readonly (MenuItemConstructorOptions | MenuItem)[];

let applicationMenu: Menu | null = null;
let lastGroupId = 0;

const isSeparator = (item: Template[number] | undefined): boolean => item?.type === 'separator';

/** Electron drops separators at the edges and beside each other, unless they are hidden. */
function withoutExtraSeparators(template: Template): Template {
  const shown = (item: Template[number]): boolean => item.visible !== false;
  return template
    .filter(
      (item, i, all) => !shown(item) || !isSeparator(item) || i === 0 || !isSeparator(all[i - 1]),
    )
    .filter((item, i, all) => !shown(item) || !isSeparator(item) || (i > 0 && i < all.length - 1));
}

const isValid = (item: unknown): boolean =>
  typeof item === 'object' &&
  item !== null &&
  ('label' in item || 'role' in item || (item as { type?: string }).type === 'separator');

const checkedOf = new WeakMap<MenuItem, boolean>();

export class Menu extends strictEmitter('Menu') {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: Template): Menu {
    if (!Array.isArray(template)) {
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    }
    if (!template.every(isValid)) {
      throw new TypeError(
        'Invalid template for MenuItem: must have at least one of label, role or type',
      );
    }
    const menu = new Menu();
    for (const item of withoutExtraSeparators(template)) {
      menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    if (menu && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
    if (position > this.items.length) {
      throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`);
    }
    if (item.type === 'radio') this.#joinGroup(item, position);
    item.menu = this;
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  closePopup(): void {}

  /** Of the radio items between two separators one is checked: setting any clears the others. */
  #joinGroup(item: MenuItem, position: number): void {
    let neighbour: MenuItem | undefined;
    for (const before of this.items.slice(0, position)) {
      if (before.type === 'radio') neighbour = before;
      else if (before.type === 'separator') neighbour = undefined;
    }
    item.groupId = neighbour?.groupId ?? ++lastGroupId;
    checkedOf.set(item, item.checked);
    Object.defineProperty(item, 'checked', {
      enumerable: true,
      get: () => checkedOf.get(item),
      set: () => {
        for (const other of this.items) {
          if (other.groupId === item.groupId) checkedOf.set(other, other === item);
        }
      },
    });
  }
}

submenus.build = (template) => Menu.buildFromTemplate(template as Template);
