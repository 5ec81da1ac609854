import { inflateSync } from 'node:zlib';

const signatureSize = 8;
const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
/** As much as two drawings of the same thing may differ at a pixel: text that reads otherwise does by more. */
const noise = 32;

interface Image {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Buffer;
}

/** Whether a person sees no difference between two PNGs as Chromium writes them. */
export function areAlike(one: Buffer, other: Buffer): boolean {
  if (one.equals(other)) return true;
  const [a, b] = [decode(one), decode(other)];
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.channels === b.channels &&
    a.bytes.every((byte, at) => Math.abs(byte - (b.bytes[at] ?? 0)) <= noise)
  );
}

function decode(png: Buffer): Image {
  const parts: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = signatureSize; at < png.length;) {
    const size = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + size);
    if (name === 'IDAT') parts.push(data);
    if (name === 'IHDR') {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      channels = channelsOf[data.readUInt8(9)] ?? 0;
    }
    at += 12 + size;
  }
  return {
    width,
    height,
    channels,
    bytes: unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels),
  };
}

/** Each row begins with how it was told by its neighbours: to the left, above, and above that one. */
function unfilter(raw: Buffer, rowSize: number, step: number): Buffer {
  const rows = raw.length / (rowSize + 1);
  const bytes = Buffer.alloc(rows * rowSize);
  for (let y = 0; y < rows; y += 1) {
    const filter = raw[y * (rowSize + 1)] ?? 0;
    for (let x = 0; x < rowSize; x += 1) {
      const at = y * rowSize + x;
      const left = x < step ? 0 : (bytes[at - step] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - rowSize] ?? 0);
      const corner = x < step || y === 0 ? 0 : (bytes[at - rowSize - step] ?? 0);
      const told = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      bytes[at] = (raw[y * (rowSize + 1) + 1 + x] ?? 0) + told;
    }
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (Number(toLeft) <= Number(toAbove) && Number(toLeft) <= Number(toCorner)) return left;
  return Number(toAbove) <= Number(toCorner) ? above : corner;
}
