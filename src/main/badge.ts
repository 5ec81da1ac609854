import { join } from 'node:path';
import { app } from 'electron';
import { overlayFile, overlayOf } from '../core/desktop/overlay-icons.ts';
import type { Translate } from '../shared/texts/translate.ts';
import type { AppWindow } from './window.ts';

export interface BadgeParts {
  readonly t: Translate;
  readonly platform: NodeJS.Platform;
  readonly iconsDir: string;
  readonly window: Pick<AppWindow, 'setOverlay'>;
}

/** The number of unread changes on the app's own icon, where the system has a place for it. */
export class Badge {
  readonly #parts: BadgeParts;
  #unread = 0;

  constructor(parts: BadgeParts) {
    this.#parts = parts;
  }

  draw(unread: number): void {
    if (unread === this.#unread) return;
    this.#unread = unread;
    if (this.#parts.platform === 'win32') this.#drawOverlay();
    else app.setBadgeCount(unread);
  }

  /** Windows has no count of its own, but a picture on the button of the window. */
  #drawOverlay(): void {
    const { t, iconsDir, window } = this.#parts;
    const name = overlayOf(this.#unread);
    const overlay = name && {
      iconPath: join(iconsDir, overlayFile(name)),
      description: t('tray.unread', { count: this.#unread }),
    };
    window.setOverlay(overlay);
  }
}
