import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
} from 'electron';
import { app } from './app.ts';
import { createEvent } from './event.ts';
import { lifecycle, windowList } from './lifecycle.ts';
import type { Menu } from './menu.ts';
import { type NativeImage, toImage } from './native-image.ts';
import { refuseWhenDestroyed, strictEmitter } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { checkWindowOptions } from './window-options.ts';

const open = new Map<number, BrowserWindow>();
const owners = new WeakMap<WebContents, BrowserWindow>();
let lastId = 0;
const focus: { window: BrowserWindow | null } = { window: null };

type Played = Pick<
  ElectronBrowserWindow,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'moveTop'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'isDestroyed'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'getTitle'
  | 'setTitle'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'getSize'
  | 'setSize'
  | 'getContentSize'
  | 'setContentSize'
  | 'getPosition'
  | 'setPosition'
  | 'getMinimumSize'
  | 'center'
  | 'setBackgroundColor'
  | 'setSkipTaskbar'
  | 'flashFrame'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'isMenuBarVisible'
  | 'setAutoHideMenuBar'
  | 'close'
  | 'destroy'
>;

/** Visible, focused and minimised are book-keeping; the page really has the window's size. */
export class BrowserWindow
  extends strictEmitter('BrowserWindow', ['devToolsWebContents'])
  implements Played
{
  readonly id = ++lastId;
  readonly #contents: WebContents;
  readonly #options: BrowserWindowConstructorOptions;
  #bounds: Rectangle;
  #title: string;
  #visible: boolean;
  #minimized = false;
  #maximized = false;
  #menuBarVisible = true;
  #menu: Menu | null = null;
  #destroyed = false;
  #closing = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!lifecycle.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    checkWindowOptions(options);
    this.#options = options;
    if (options.icon !== undefined) toImage(options.icon);
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options;
    this.#bounds = { x, y, width, height };
    this.#title = options.title ?? app.name;
    this.#visible = show;
    this.#menuBarVisible = !options.autoHideMenuBar;
    this.#contents = new WebContents(options.webPreferences ?? {}, { width, height });
    owners.set(this.#contents, this);
    open.set(this.id, this);
    windowList.add(this);
    this.#watchContents();
    app.emit('browser-window-created', createEvent(), this);
    if (show) setImmediate(() => !this.#destroyed && this.#takeFocus());
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focus.window;
  }

  static fromId(id: number): BrowserWindow | null {
    return open.get(id) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return owners.get(contents) ?? null;
  }

  get webContents(): WebContents {
    return this.#contents;
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  reload(): void {
    this.#contents.reload();
  }

  show(): void {
    this.#setVisible(true);
    this.#takeFocus();
  }

  showInactive(): void {
    this.#setVisible(true);
  }

  hide(): void {
    this.#setVisible(false);
    this.#loseFocus();
  }

  /** Does nothing for a hidden window. */
  focus(): void {
    if (this.#visible) this.#takeFocus();
  }

  blur(): void {
    this.#loseFocus();
  }

  moveTop(): void {}

  isVisible(): boolean {
    return this.#visible;
  }

  isFocused(): boolean {
    return focus.window === this;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  isFullScreen(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  minimize(): void {
    if (this.#minimized) return;
    this.#minimized = true;
    this.#loseFocus();
    this.emit('minimize', createEvent());
  }

  restore(): void {
    if (!this.#minimized) return;
    this.#minimized = false;
    this.emit('restore', createEvent());
  }

  maximize(): void {
    if (this.#maximized) return;
    this.#maximized = true;
    this.emit('maximize', createEvent());
  }

  unmaximize(): void {
    if (!this.#maximized) return;
    this.#maximized = false;
    this.emit('unmaximize', createEvent());
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) this.emit('move', createEvent());
    if (width === before.width && height === before.height) return;
    WebContents.resize(this.#contents, { width, height });
    this.emit('resize', createEvent());
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getMinimumSize(): [number, number] {
    return [this.#options.minWidth ?? 0, this.#options.minHeight ?? 0];
  }

  center(): void {}
  setBackgroundColor(_color: string): void {}
  setSkipTaskbar(_skip: boolean): void {}
  flashFrame(_flag: boolean): void {}

  setIcon(icon: string | NativeImage): void {
    toImage(icon);
  }

  setMenu(menu: Menu | null): void {
    this.#menu = menu;
  }

  removeMenu(): void {
    this.#menu = null;
  }

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.#menuBarVisible && this.#menu !== null;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.#menuBarVisible = !hide;
  }

  /** `close` may be refused at once; the page and `closed` follow later. */
  close(): void {
    if (this.#closing) return;
    const event = createEvent();
    this.emit('close', event);
    if (event.defaultPrevented) {
      windowList.cancelClose();
      return;
    }
    this.#closing = true;
    setImmediate(() => {
      if (!this.#destroyed) this.#destroy();
    });
  }

  destroy(): void {
    this.#destroy();
  }

  #destroy(): void {
    if (this.#destroyed) return;
    this.#loseFocus();
    this.#destroyed = true;
    open.delete(this.id);
    WebContents.destroy(this.#contents);
    this.emit('closed', createEvent());
    windowList.remove(this);
  }

  #watchContents(): void {
    const contents = this.#contents;
    contents.on('destroyed', () => this.#destroy());
    contents.on('ready-to-show', () => {
      process.nextTick(() => !this.#destroyed && this.emit('ready-to-show', createEvent()));
    });
    contents.on('page-title-updated', (_event: unknown, title: string, explicit: boolean) => {
      const event = createEvent();
      this.emit('page-title-updated', event, title, explicit);
      if (!event.defaultPrevented) this.#title = title;
    });
  }

  #setVisible(visible: boolean): void {
    if (this.#visible === visible) return;
    this.#visible = visible;
    this.emit(visible ? 'show' : 'hide', createEvent());
  }

  #takeFocus(): void {
    if (focus.window === this || !this.#visible) return;
    focus.window?.blur();
    focus.window = this;
    const event = createEvent();
    this.emit('focus', event);
    app.emit('browser-window-focus', event, this);
  }

  #loseFocus(): void {
    if (focus.window !== this) return;
    focus.window = null;
    const event = createEvent();
    this.emit('blur', event);
    app.emit('browser-window-blur', event, this);
  }
}

refuseWhenDestroyed(BrowserWindow.prototype, []);
