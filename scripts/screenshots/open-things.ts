const open = new Set<AsyncDisposable>();

/** Ended with its block, or earlier, when all are. */
export function opened<T extends AsyncDisposable>(thing: T): T {
  open.add(thing);
  return thing;
}

/** Whoever interrupts the script leaves no process behind. */
export async function endAll(): Promise<void> {
  for (const thing of [...open].toReversed()) await thing[Symbol.asyncDispose]();
}
