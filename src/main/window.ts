import { app, BrowserWindow, nativeImage, type Session, type WebContents } from 'electron';
import { channelOf, type PushName, type Pushes } from '../shared/ipc.ts';
import type { Page } from '../shared/pages.ts';
import { pageOrigin } from './sessions.ts';

export interface WindowParts {
  readonly session: Session;
  readonly preloadPath: string;
  /** Null where the system takes the icon from the package. */
  readonly iconPath: string | null;
  readonly isPackaged: boolean;
}

/** A mark on the window's button in the taskbar of Windows. */
export interface Overlay {
  readonly iconPath: string;
  /** For those who do not see it. */
  readonly description: string;
}

/** The one window: made when asked for, gone when closed. */
export class AppWindow {
  readonly #parts: WindowParts;
  #window: BrowserWindow | null = null;
  #page: Page = 'activity';
  #overlay: Overlay | null = null;

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  /** The page that was last asked for: the one a window that is only loading is to begin with. */
  get startPage(): Page {
    return this.#page;
  }

  /** What dialogs of the system are shown over; null while it is closed. */
  get parent(): BrowserWindow | null {
    return this.#window;
  }

  /** Without a page: as it is, or else from the top. */
  show(page?: Page): void {
    if (!this.#window) {
      this.#page = page ?? 'activity';
      this.#window = this.#create();
      return;
    }
    if (page) this.#ask(page);
    if (this.#window.isMinimized()) this.#window.restore();
    bringToFront(this.#window);
  }

  /** Only where there is a taskbar: on Windows. */
  setOverlay(overlay: Overlay | null): void {
    this.#overlay = overlay;
    this.#drawOverlay();
  }

  push<P extends PushName>(name: P, value: Pushes[P]): void {
    if (this.#window && !this.#window.isDestroyed()) {
      this.#window.webContents.send(channelOf(name), value);
    }
  }

  /** Whether these are the contents of our window. */
  owns(contents: WebContents): boolean {
    return this.#window !== null && this.#window.webContents === contents;
  }

  #ask(page: Page): void {
    this.#page = page;
    this.push('page', page);
  }

  #create(): BrowserWindow {
    const window = new BrowserWindow({
      width: 960,
      height: 680,
      minWidth: 560,
      minHeight: 480,
      title: 'Drivebell',
      ...(this.#parts.iconPath === null ? {} : { icon: this.#parts.iconPath }),
      show: false,
      autoHideMenuBar: true,
      webPreferences: {
        preload: this.#parts.preloadPath,
        session: this.#parts.session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !this.#parts.isPackaged,
      },
    });
    window.once('ready-to-show', () => bringToFront(window));
    // Until then it has no button.
    window.on('show', () => this.#overlay && this.#drawOverlay());
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('render-process-gone', () => window.destroy());
    void window.loadURL(`${pageOrigin}/index.html`).catch(() => undefined);
    return window;
  }

  #drawOverlay(): void {
    if (!this.#window || this.#window.isDestroyed()) return;
    const { iconPath, description } = this.#overlay ?? {};
    const icon = iconPath === undefined ? null : nativeImage.createFromPath(iconPath);
    this.#window.setOverlayIcon(icon, description ?? '');
  }
}

function bringToFront(window: BrowserWindow): void {
  // An app without an icon in the dock stays behind the others if only its window asks.
  if (process.platform === 'darwin') app.focus({ steal: true });
  window.show();
  window.focus();
}
