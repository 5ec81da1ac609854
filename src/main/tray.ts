import { join } from 'node:path';
import {
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  Tray,
} from 'electron';
import { trayIconFile } from '../core/tray-icons.ts';
import { type TrayView, trayView } from '../core/tray-view.ts';
import type { Requests } from '../shared/ipc.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { pauseWords } from '../shared/texts/liveness-words.ts';
import type { Translate } from '../shared/texts/translate.ts';
import { trayTooltip } from '../shared/texts/tray-words.ts';

type PauseChoice = Parameters<Requests['pause']>[0];

export interface TrayParts {
  readonly t: Translate;
  readonly locale: string;
  readonly platform: NodeJS.Platform;
  readonly iconsDir: string;
  readonly open: () => void;
  readonly pause: (until: PauseChoice) => void;
  readonly resume: () => void;
  readonly quit: () => void;
}

const longestTooltip = 127;

/** The tray icon made to agree with each snapshot. Its menu works alone: some panels deliver no click. */
export class TrayIcon {
  readonly #parts: TrayParts;
  readonly #tray: Tray;
  #view: TrayView | null = null;
  #icon = '';
  #tooltip = '';
  #menu = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: TrayParts, snapshot: Snapshot) {
    this.#parts = parts;
    this.#icon = trayIconFile(parts.platform, trayView(snapshot, null, Date.now()).icon);
    this.#tray = new Tray(this.#image());
    // On macOS the click opens the menu; elsewhere it is the short way in.
    if (parts.platform !== 'darwin') this.#tray.on('click', parts.open);
    this.draw(snapshot);
  }

  draw(snapshot: Snapshot): void {
    const now = Date.now();
    const view = trayView(snapshot, this.#view, now);
    this.#view = view;
    this.#drawIcon(trayIconFile(this.#parts.platform, view.icon));
    this.#drawTooltip(trayTooltip(this.#parts.t, snapshot, now, this.#parts.locale));
    this.#drawMenu(snapshot, now);
    clearTimeout(this.#timer);
    if (view.againInMs !== null) {
      this.#timer = setTimeout(() => this.draw(snapshot), view.againInMs);
    }
  }

  destroy(): void {
    clearTimeout(this.#timer);
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

  // Setting a menu closes the one that is open, so it is set only when it differs.
  #drawMenu(snapshot: Snapshot, now: number): void {
    const { t, locale } = this.#parts;
    const paused = pauseWords(t, snapshot.pausedUntil, now, locale);
    const menu = paused ?? '-';
    if (menu === this.#menu) return;
    this.#menu = menu;
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#template(paused)));
  }

  #template(paused: string | null): MenuItemConstructorOptions[] {
    const { t, open, resume, quit } = this.#parts;
    return [
      { id: 'open', label: t('tray.open'), click: open },
      { type: 'separator' },
      ...(paused === null
        ? [{ id: 'pause', label: t('tray.pause'), submenu: this.#pauseTemplate() }]
        : [
            { id: 'paused', label: escapeLabel(paused), enabled: false },
            { id: 'resume', label: t('tray.resume'), click: resume },
          ]),
      { type: 'separator' },
      { id: 'quit', label: t('tray.quit'), click: quit },
    ];
  }

  #pauseTemplate(): MenuItemConstructorOptions[] {
    const { t, pause } = this.#parts;
    const choices = ['one-hour', 'tomorrow', 'until-resumed'] as const;
    return choices.map((choice) => ({
      id: `pause-${choice}`,
      label: t(`tray.pause.${choice}`),
      click: () => pause(choice),
    }));
  }

  #image(): NativeImage {
    return nativeImage.createFromPath(join(this.#parts.iconsDir, this.#icon));
  }
}

// An ampersand in a label would make the next letter its shortcut.
function escapeLabel(text: string): string {
  return text.replaceAll('&', '&&');
}
