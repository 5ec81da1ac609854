const widthBytes = 20;
const shiftBits = 11;

/** QuickXorHash as Microsoft published it: other clients verify what they download with it. */
export function quickXorHash(bytes: Uint8Array): string {
  const cells = new Uint8Array(widthBytes);
  let bit = 0;
  for (const byte of bytes) {
    const cell = bit >> 3;
    const wide = byte << (bit & 7);
    const next = cell + 1 === widthBytes ? 0 : cell + 1;
    cells[cell] = (cells[cell] ?? 0) ^ (wide & 0xff);
    cells[next] = (cells[next] ?? 0) ^ (wide >> 8);
    bit = (bit + shiftBits) % (widthBytes * 8);
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  for (const [index, byte] of length.entries()) cells[index + 12] = (cells[index + 12] ?? 0) ^ byte;
  return Buffer.from(cells).toString('base64');
}
