import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { writeFile } from 'atomically';

/** Replaces a file, for the user alone: never half of it, and still there after a power cut. */
export async function writeDurably(path: string, text: string): Promise<void> {
  // As a stream: on a disk that fills up, atomically takes the half of a string for all of it.
  await writeFile(path, Readable.from([Buffer.from(text)]), { mode: 0o600 });
  await syncFolder(dirname(path));
}

/** Until then a rename may be undone by a power cut. Windows cannot, and need not. */
async function syncFolder(dir: string): Promise<void> {
  try {
    await using folder = await open(dir, 'r');
    await folder.sync();
  } catch {
    // The file itself is written.
  }
}
