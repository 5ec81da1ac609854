import type { ActivityRow } from '../../../src/shared/activity.ts';
import type { FaultDrive } from './fault-drive.ts';
import type { FaultWorld } from './fault-world.ts';

const mostWrongs = 20;

/** What was told, played back: each change must fit what was told before it. */
export class FaultLedger {
  readonly #shown = new Map<string, Set<string>>();
  readonly wrongs: string[] = [];
  rows = 0;

  wrong(what: string): void {
    if (this.wrongs.length < mostWrongs) this.wrongs.push(what);
  }

  /** What is there when a drive is first read is learned, not told. */
  learned(drive: FaultDrive): void {
    this.#shown.set(`w-${drive.driveId}`, new Set(drive.names));
  }

  told({ watchId, kinds, name, oldName }: ActivityRow): void {
    this.rows += 1;
    const shown = this.#shown.get(watchId);
    const gone = kinds.includes('deleted') ? name : oldName;
    const come = kinds.includes('deleted') ? null : name;
    const fits =
      shown !== undefined &&
      (gone === null || shown.delete(gone)) &&
      (come === null || !shown.has(come));
    if (!fits) this.wrong(`told twice or out of turn: ${kinds.join('+')} ${oldName} ${name}`);
    if (come !== null) shown?.add(come);
  }

  /** What has not been told yet. */
  missing(drive: FaultDrive): readonly string[] {
    const shown = this.#shown.get(`w-${drive.driveId}`) ?? new Set();
    const here = new Set(drive.names);
    return [...here.symmetricDifference(shown)];
  }

  /** What must hold at every moment. */
  note({ drives, push }: FaultWorld): void {
    for (const drive of drives) {
      const held = push.held(drive);
      // Only while a renewal is on its way may there be a second one.
      if (held.length > 2) this.wrong(`${drive.driveId} has ${held.length} sockets`);
      if (held.filter((socket) => !socket.wasJoined).length > 1)
        this.wrong(`${drive.driveId} joins twice at once`);
    }
  }
}
