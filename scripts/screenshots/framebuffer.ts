const fields = { headerSize: 0, width: 4, height: 5, bytesPerLine: 12, colours: 19 } as const;
const bytesPerColour = 12;
const bmpHeaderSize = 54;

/** Pixels as X keeps them: blue, green, red, nothing. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Buffer[];
}

/** What Xvfb keeps in its `-fbdir`: a window dump of the whole screen, 32 bits a pixel. */
export function readFramebuffer(dump: Buffer): Pixels {
  const field = (name: keyof typeof fields): number => dump.readUInt32BE(4 * fields[name]);
  const width = field('width');
  const height = field('height');
  const begin = field('headerSize') + bytesPerColour * field('colours');
  const rows = Array.from({ length: height }, (_, y) => {
    const at = begin + y * field('bytesPerLine');
    return dump.subarray(at, at + 4 * width);
  });
  return { width, height, rows };
}

/** Without the black around it; null: all is black. */
export function cropped({ rows }: Pixels): Pixels | null {
  const isLit = (row: Buffer): boolean => row.some((byte, at) => at % 4 !== 3 && byte !== 0);
  const lit = rows.slice(
    rows.findIndex((row) => isLit(row)),
    rows.findLastIndex((row) => isLit(row)) + 1,
  );
  if (lit.length === 0) return null;
  const column = (row: Buffer, find: 'findIndex' | 'findLastIndex'): number =>
    Math.floor([...row][find]((byte, at) => at % 4 !== 3 && byte !== 0) / 4);
  const left = Math.min(...lit.filter(isLit).map((row) => column(row, 'findIndex')));
  const right = Math.max(...lit.filter(isLit).map((row) => column(row, 'findLastIndex'))) + 1;
  const cut = lit.map((row) => row.subarray(4 * left, 4 * right));
  return { width: right - left, height: cut.length, rows: cut };
}

/** As a browser shows it. */
export function bmpUrl({ width, height, rows }: Pixels): string {
  const header = Buffer.alloc(bmpHeaderSize);
  header.write('BM');
  header.writeUInt32LE(bmpHeaderSize + 4 * width * height, 2);
  header.writeUInt32LE(bmpHeaderSize, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  // From the top to the bottom.
  header.writeInt32LE(-height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(32, 28);
  return `data:image/bmp;base64,${Buffer.concat([header, ...rows]).toString('base64')}`;
}
