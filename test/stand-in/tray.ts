import type { Tray as ElectronTray } from 'electron';
import { lifecycle } from './lifecycle.ts';
import { Menu } from './menu.ts';
import { type NativeImage, toImage } from './native-image.ts';
import { strictEmitter } from './strict.ts';

/** Shown by nothing: what a tray is told can be seen by patching these methods, as on Electron. */
export class Tray
  extends strictEmitter('Tray')
  implements Pick<ElectronTray, 'setToolTip' | 'destroy' | 'isDestroyed' | 'setTitle' | 'getTitle'>
{
  #destroyed = false;
  #title = '';

  constructor(image: string | NativeImage, guid?: string) {
    super();
    if (!lifecycle.ready) throw new Error('Cannot create Tray before app is ready');
    if (arguments.length > 1 && typeof guid !== 'string') {
      throw new Error('Invalid GUID format - GUID must be a string');
    }
    toImage(image);
  }

  setImage(image: string | NativeImage): void {
    this.#checkAlive();
    toImage(image);
  }

  setPressedImage(image: string | NativeImage): void {
    this.setImage(image);
  }

  setToolTip(_toolTip: string): void {
    this.#checkAlive();
  }

  setTitle(title: string): void {
    this.#checkAlive();
    if (process.platform === 'darwin') this.#title = title;
  }

  getTitle(): string {
    this.#checkAlive();
    return this.#title;
  }

  setContextMenu(menu: Menu | null): void {
    this.#checkAlive();
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Must pass Menu or null');
  }

  /** Linux has no way to open it from here. */
  popUpContextMenu(): void {
    this.#checkAlive();
  }

  closeContextMenu(): void {
    this.#checkAlive();
  }

  setIgnoreDoubleClickEvents(_ignore: boolean): void {
    this.#checkAlive();
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    this.#checkAlive();
    return { x: 0, y: 0, width: 0, height: 0 };
  }

  destroy(): void {
    this.#destroyed = true;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  #checkAlive(): void {
    if (this.#destroyed) throw new Error('Tray is destroyed');
  }
}
