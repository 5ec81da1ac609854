import type { DriveFacts } from './drive-facts.ts';
import type { Seeded } from './seeded.ts';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Shapes of sheet 2.4: `CID!s<hex32>` for personal drives, `01` and 32 base-32 characters otherwise. */
export function newItemId(drive: Pick<DriveFacts, 'driveType' | 'id'>, chance: Seeded) {
  const guid = chance.guid().toUpperCase();
  const id =
    drive.driveType === 'personal'
      ? `${drive.id.toUpperCase()}!s${guid.replaceAll('-', '').toLowerCase()}`
      : `01${chance.letters(32, base32)}`;
  return { id, guid };
}

export function newDriveId(driveType: DriveFacts['driveType'], chance: Seeded): string {
  if (driveType === 'personal') return chance.hex(16);
  const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return `b!${chance.letters(64, base64url)}`;
}
