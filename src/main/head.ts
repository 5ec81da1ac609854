const mostBytes = 4096;

/** The beginning of a stream of bytes; the rest is let go. */
export class Head {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  get isFull(): boolean {
    return this.#size >= mostBytes;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  add(chunk: Buffer): void {
    if (this.isFull) return;
    const taken = chunk.subarray(0, mostBytes - this.#size);
    this.#chunks.push(taken);
    this.#size += taken.length;
  }
}
