import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AddRepresentationOptions,
  NativeImage as ElectronNativeImage,
  ResizeOptions,
} from 'electron';
import { imageSize } from './native-image-size.ts';
import { loud, strictBase } from './strict.ts';

interface Representation {
  readonly scaleFactor: number;
  readonly width: number;
  readonly height: number;
  /** Null for an image whose pixels the stand-in cannot compute. */
  readonly png: Buffer | null;
}

type Played = Pick<
  ElectronNativeImage,
  | 'isEmpty'
  | 'getSize'
  | 'getAspectRatio'
  | 'getScaleFactors'
  | 'toPNG'
  | 'toDataURL'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'addRepresentation'
>;

export class NativeImage extends strictBase('nativeImage') implements Played {
  isMacTemplateImage = false;
  readonly #representations: Representation[] = [];

  static of(representations: readonly Representation[]): NativeImage {
    const image = new NativeImage();
    image.#representations.push(...representations);
    return image;
  }

  isEmpty(): boolean {
    return this.#representations.length === 0;
  }

  getScaleFactors(): number[] {
    return this.#representations.map(({ scaleFactor }) => scaleFactor);
  }

  getSize(scaleFactor = 1): { width: number; height: number } {
    const found = this.#nearest(scaleFactor);
    if (!found) return { width: 0, height: 0 };
    const width = Math.round(found.width / found.scaleFactor);
    return { width, height: Math.round(found.height / found.scaleFactor) };
  }

  getAspectRatio(scaleFactor = 1): number {
    const { width, height } = this.getSize(scaleFactor);
    return height === 0 ? 1 : width / height;
  }

  toPNG(options: { scaleFactor?: number } = {}): Buffer {
    const found = this.#nearest(options.scaleFactor ?? 1);
    if (found && !found.png) throw new Error('stand-in: resized pixels are not implemented');
    return Buffer.from(found?.png ?? []);
  }

  toDataURL(options: { scaleFactor?: number } = {}): string {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`;
  }

  resize(options: ResizeOptions): NativeImage {
    const size = this.getSize();
    const ratio = this.getAspectRatio();
    const width = options.width ?? (options.height ? options.height * ratio : size.width);
    const height = options.height ?? width / ratio;
    return NativeImage.of(
      this.isEmpty()
        ? []
        : [{ scaleFactor: 1, width: Math.round(width), height: Math.round(height), png: null }],
    );
  }

  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option;
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }

  addRepresentation(options: AddRepresentationOptions): void {
    const bytes = options.dataURL ? fromDataUrl(options.dataURL) : options.buffer;
    if (bytes) this.#representations.push(...represent(bytes, options.scaleFactor ?? 1));
  }

  #nearest(scaleFactor: number): Representation | undefined {
    const exact = this.#representations.find((one) => one.scaleFactor === scaleFactor);
    return exact ?? this.#representations[0];
  }
}

function represent(bytes: Buffer, scaleFactor: number): Representation[] {
  const size = imageSize(bytes);
  return size ? [{ scaleFactor, ...size, png: bytes }] : [];
}

const fromDataUrl = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** With `icon.png` come `icon@2x.png` and the like beside it. */
function createFromPath(file: string): NativeImage {
  const { dir, name, ext } = path.parse(file);
  const found = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5].flatMap((scaleFactor) => {
    const one = scaleFactor === 1 ? file : path.join(dir, `${name}@${scaleFactor}x${ext}`);
    return existsSync(one) ? represent(readFileSync(one), scaleFactor) : [];
  });
  const image = NativeImage.of(found[0]?.scaleFactor === 1 ? found : []);
  if (process.platform === 'darwin' && name.endsWith('Template')) image.setTemplateImage(true);
  return image;
}

function createFromBuffer(bytes: Buffer, options: { scaleFactor?: number } = {}): NativeImage {
  if (!Buffer.isBuffer(bytes)) throw new Error('buffer must be a node Buffer');
  return NativeImage.of(represent(bytes, options.scaleFactor ?? 1));
}

export const nativeImage = loud('nativeImage', {
  createEmpty: () => NativeImage.of([]),
  createFromPath,
  createFromBuffer,
  createFromDataURL: (url: string) => NativeImage.of(represent(fromDataUrl(url), 1)),
});

/** What Electron accepts where it wants an image: a path that can be read, or an image. */
export function toImage(given: unknown): NativeImage {
  if (typeof given === 'string') {
    const image = createFromPath(given);
    if (image.isEmpty()) throw new Error(`Failed to load image from path '${given}'`);
    return image;
  }
  if (given instanceof NativeImage) return given;
  throw new Error('Argument must be a file path or a NativeImage');
}
