import { createRequire } from 'node:module';

interface Entry {
  readonly type: string | number;
  readonly id: string | number;
  readonly bin: ArrayBuffer;
}
interface Executable {
  setExtraData(data: Buffer): void;
  generate(): ArrayBuffer;
}
interface Resources {
  readonly entries: Entry[];
  outputResource(executable: Executable): void;
}
interface Version {
  lang: number;
  setStringValues(language: { lang: number; codepage: number }, values: object): void;
  outputToResourceEntries(entries: Entry[]): void;
}
interface ResEdit {
  readonly NtExecutable: { createEmpty(): Executable; from(bytes: Buffer): Executable };
  readonly NtExecutableResource: { from(executable: Executable): Resources };
  readonly Resource: { readonly VersionInfo: { createEmpty(): Version } };
}

// Imported with its types, it would bring those of the DOM into all that is plain Node.
const resedit = createRequire(import.meta.url)('resedit') as ResEdit;
const english = { lang: 1033, codepage: 1200 };

/** A program for Windows that holds nothing but a name, and these bytes at its end. */
export function emptyProgram(end: string): Buffer {
  const executable = resedit.NtExecutable.createEmpty();
  const resources = resedit.NtExecutableResource.from(executable);
  const version = resedit.Resource.VersionInfo.createEmpty();
  version.lang = english.lang;
  version.setStringValues(english, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  executable.setExtraData(Buffer.from(end, 'latin1'));
  return Buffer.from(executable.generate());
}

/** A resource of a program as text; null where it has none. */
export function resourceOf(program: Buffer, type: string, id: string): string | null {
  const executable = resedit.NtExecutable.from(program);
  const { entries } = resedit.NtExecutableResource.from(executable);
  const found = entries.find((entry) => entry.type === type && entry.id === id);
  return found ? Buffer.from(found.bin).toString() : null;
}
