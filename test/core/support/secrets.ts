import type { SecretFile, SecretLoad, SecretSave } from '../../../src/core/ports.ts';

/** A secret file in memory: what it holds, and how it does. */
export class HeldSecret implements SecretFile {
  /** What a load comes to. */
  held: SecretLoad = { ok: false, code: 'absent' };
  /** What a save comes to. */
  keeps: SecretSave = 'saved';
  loads = 0;
  /** Every text that was to be saved. */
  readonly saves: string[] = [];
  readonly weakly: boolean[] = [];
  /** A save waits for this. */
  ready: Promise<void> = Promise.resolve();

  async load(): Promise<SecretLoad> {
    this.loads += 1;
    return this.held;
  }

  async save(text: string, weakly: boolean): Promise<SecretSave> {
    this.saves.push(text);
    this.weakly.push(weakly);
    await this.ready;
    return this.keeps;
  }

  weak = false;
  /** How often older secrets were to be deleted. */
  forgotten = 0;

  isWeak(): boolean {
    return this.weak;
  }

  async forget(): Promise<void> {
    this.forgotten += 1;
  }

  hold(accounts: Readonly<Record<string, string>>, wasRestored = false): void {
    this.held = { ok: true, text: JSON.stringify({ version: 1, accounts }), wasRestored };
  }

  /** The accounts of the last save, each with its text. */
  get accounts(): unknown {
    const last = this.saves.at(-1);
    return last === undefined ? null : (JSON.parse(last) as { accounts: unknown }).accounts;
  }
}
