import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { roles } from './menu-roles.ts';
import { strictBase } from './strict.ts';

interface Submenu {
  readonly items: MenuItem[];
  getMenuItemById(id: string): MenuItem | null;
}

type Methods = Record<string, (() => void) | undefined>;

const types = new Set(['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette']);
const absent = [
  'id',
  'toolTip',
  'accelerator',
  'badge',
  'sharingItem',
  'selector',
  'icon',
  'submenu',
];

let lastCommandId = 0;

/** Menus are made of items and items of menus: the menu module puts its builder here. */
export const submenus = {
  build: (_template: readonly unknown[]): Submenu => {
    throw new Error('stand-in: Menu is not loaded');
  },
};

function execute(role: string | undefined, window: unknown, contents: unknown): boolean {
  const played = role === undefined ? undefined : roles[role];
  if (!played) return false;
  if (played.app) {
    if (played.app !== 'quit') throw new Error(`stand-in: role ${role} is not implemented`);
    app.quit();
    return true;
  }
  const target = (played.window ? window : contents) as Methods | null | undefined;
  const method = played.window ?? played.page;
  if (!target || !method) return false;
  target[method]?.();
  return true;
}

export class MenuItem extends strictBase('MenuItem', [...absent, 'groupId', 'role']) {
  declare readonly id?: string;
  readonly type: string;
  readonly role?: string;
  readonly submenu?: Submenu;
  readonly commandId: number = ++lastCommandId;
  readonly userAccelerator = null;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  registerAccelerator: boolean;
  acceleratorWorksWhenHidden: boolean;
  groupId?: number;
  menu: object | undefined = undefined;
  click: (event?: unknown, focusedWindow?: unknown, focusedWebContents?: unknown) => void;

  constructor(options: MenuItemConstructorOptions) {
    super();
    const { click, submenu, role: given, type, ...rest } = options;
    Object.assign(this, rest);
    const role = given?.toLowerCase();
    if (role !== undefined) this.role = role;
    const played = role === undefined ? undefined : roles[role];
    const template = submenu ?? played?.submenu;
    if (template) {
      this.submenu = Array.isArray(template)
        ? submenus.build(template)
        : (template as unknown as Submenu);
    }
    this.type = type ?? (template ? 'submenu' : 'normal');
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu');
    if (!types.has(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
    const label = typeof played?.label === 'function' ? played.label() : played?.label;
    this.label = options.label ?? label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true;
    if (played?.accelerator && options.accelerator === undefined) {
      Object.assign(this, { accelerator: played.accelerator });
    }
    this.click = (event, focusedWindow, focusedWebContents) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      if (execute(this.role, focusedWindow, focusedWebContents)) return;
      // Electron hands over its own item, the focused window and the event, in this order.
      (click as ((...args: unknown[]) => void) | undefined)?.(this, focusedWindow, event);
    };
  }
}
