import { app, BrowserWindow, nativeImage, screen, type Session, type WebContents } from 'electron';
import { channelOf, type PushName, type Pushes } from '../shared/ipc.ts';
import type { Page } from '../shared/pages.ts';
import { pageOrigin } from './sessions.ts';

export interface WindowParts {
  readonly session: Session;
  readonly preloadPath: string;
  /** Null where the system takes the icon from the package. */
  readonly iconPath: string | null;
  readonly isPackaged: boolean;
  /** How large everything in it is, as Electron counts. */
  readonly zoomLevel: () => number;
  /** As the person has last left it; null: never changed. */
  readonly size: () => WindowSize | null;
  readonly onSize: (size: WindowSize) => void;
}

/** Of the window while it is not maximised, and whether it is. */
interface WindowSize {
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

const usualSize: WindowSize = { width: 960, height: 680, isMaximized: false };

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

  /** Draws itself anew, as in another language, and goes on with this page. */
  reload(page: Page): void {
    this.#page = page;
    if (this.#window && !this.#window.isDestroyed()) this.#window.webContents.reload();
  }

  zoom(level: number): void {
    this.#window?.webContents.setZoomLevel(level);
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
    const { width, height, isMaximized } = onScreen(this.#parts.size() ?? usualSize);
    const window = new BrowserWindow({
      width,
      height,
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
    window.once('ready-to-show', () => {
      if (isMaximized) window.maximize();
      bringToFront(window);
    });
    window.on('close', () => this.#parts.onSize(sizeOf(window)));
    // Until then it has no button.
    window.on('show', () => this.#overlay && this.#drawOverlay());
    window.on('closed', () => {
      this.#window = null;
    });
    window.webContents.on('dom-ready', () => this.zoom(this.#parts.zoomLevel()));
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

/** A window may have been left on a larger screen. */
function onScreen({ width, height, isMaximized }: WindowSize): WindowSize {
  const most = screen.getPrimaryDisplay().workAreaSize;
  return {
    width: Math.min(width, most.width),
    height: Math.min(height, most.height),
    isMaximized,
  };
}

function sizeOf(window: BrowserWindow): WindowSize {
  const { width, height } = window.getNormalBounds();
  return { width, height, isMaximized: window.isMaximized() };
}

function bringToFront(window: BrowserWindow): void {
  // An app without an icon in the dock stays behind the others if only its window asks.
  if (process.platform === 'darwin') app.focus({ steal: true });
  window.show();
  window.focus();
}
