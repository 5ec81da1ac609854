import { join } from 'node:path';
import {
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  Tray,
} from 'electron';
import { trayIconFile } from '../core/desktop/tray-icons.ts';
import { type TrayView, trayView } from '../core/desktop/tray-view.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import type { Translate } from '../shared/texts/translate.ts';
import { type TrayCommand, type TrayEntry, trayMenu } from '../shared/texts/tray-menu.ts';
import { trayTooltip } from '../shared/texts/tray-words.ts';

export interface TrayParts {
  readonly t: Translate;
  readonly locale: () => string;
  readonly platform: NodeJS.Platform;
  readonly iconsDir: string;
  readonly onCommand: (command: TrayCommand) => void;
}

const longestTooltip = 127;
const menuRestMs = 500;

/** The tray icon made to agree with each snapshot. Its menu works alone: some panels deliver no click. */
export class TrayIcon {
  readonly #parts: TrayParts;
  readonly #tray: Tray;
  #view: TrayView | null = null;
  #icon = '';
  #tooltip = '';
  #menu = '';
  #wantedMenu: readonly TrayEntry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #menuRest: NodeJS.Timeout | undefined;

  constructor(parts: TrayParts, snapshot: Snapshot) {
    this.#parts = parts;
    this.#icon = trayIconFile(parts.platform, trayView(snapshot, null, Date.now()).icon);
    this.#tray = new Tray(this.#image());
    // On macOS the click opens the menu; elsewhere it is the short way in.
    if (parts.platform !== 'darwin') {
      this.#tray.on('click', () => parts.onCommand({ ask: 'show', page: null }));
    }
    this.draw(snapshot);
  }

  draw(snapshot: Snapshot): void {
    const now = Date.now();
    const { t, platform } = this.#parts;
    const locale = this.#parts.locale();
    const view = trayView(snapshot, this.#view, now);
    this.#view = view;
    this.#drawIcon(trayIconFile(platform, view.icon));
    this.#drawTooltip(trayTooltip(t, snapshot, now, locale));
    this.#wantedMenu = trayMenu(t, snapshot, now, locale);
    if (!this.#menuRest) this.#drawMenu();
    clearTimeout(this.#timer);
    if (view.againInMs !== null) {
      this.#timer = setTimeout(() => this.draw(snapshot), view.againInMs);
    }
  }

  destroy(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#menuRest);
    this.#tray.destroy();
  }

  #drawIcon(icon: string): void {
    if (icon === this.#icon) return;
    this.#icon = icon;
    this.#tray.setImage(this.#image());
  }

  #drawTooltip(words: string): void {
    const tooltip = words.slice(0, longestTooltip);
    if (tooltip === this.#tooltip) return;
    this.#tooltip = tooltip;
    this.#tray.setToolTip(tooltip);
  }

  // Setting a menu closes the one that is open: it is set only when it differs, and not in a flurry.
  #drawMenu(): void {
    const menu = JSON.stringify(this.#wantedMenu);
    if (menu === this.#menu) return;
    this.#menu = menu;
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#template(this.#wantedMenu)));
    if (this.#parts.platform === 'linux') return;
    this.#menuRest = setTimeout(() => {
      this.#menuRest = undefined;
      this.#drawMenu();
    }, menuRestMs);
  }

  #template(entries: readonly TrayEntry[]): MenuItemConstructorOptions[] {
    return entries.map((entry) => {
      if (entry.kind === 'separator') return { type: 'separator' };
      const shown = { id: entry.id, label: escapeLabel(entry.label) };
      if (entry.kind === 'words') return { ...shown, enabled: false };
      if (entry.kind === 'submenu') return { ...shown, submenu: this.#template(entry.entries) };
      return { ...shown, click: () => this.#parts.onCommand(entry.command) };
    });
  }

  #image(): NativeImage {
    return nativeImage.createFromPath(join(this.#parts.iconsDir, this.#icon));
  }
}

// An ampersand in a label would make the next letter its shortcut.
function escapeLabel(text: string): string {
  return text.replaceAll('&', '&&');
}
