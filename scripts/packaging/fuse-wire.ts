/** Electron's fuses in the order of their wire, and as a release has them (electron/build/fuses/fuses.json5). */
export const goldenFuses = [
  ['runAsNode', 'off'],
  ['enableCookieEncryption', 'on'],
  ['enableNodeOptionsEnvironmentVariable', 'off'],
  ['enableNodeCliInspectArguments', 'off'],
  ['enableEmbeddedAsarIntegrityValidation', 'on'],
  ['onlyLoadAppFromAsar', 'on'],
  ['loadBrowserProcessSpecificV8Snapshot', 'off'],
  ['grantFileProtocolExtraPrivileges', 'off'],
  ['wasmTrapHandlers', 'on'], // Electron's own value: electron-builder cannot set it
] as const;

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');
const knownVersion = 1;
const states: Readonly<Record<string, string>> = { '0': 'off', '1': 'on', r: 'removed' };

/** One wire as it is in a binary. */
interface FuseWire {
  readonly version: number;
  readonly states: readonly string[];
}

/** A universal binary has one wire for each processor. */
export function readFuseWires(binary: Buffer): readonly FuseWire[] {
  const wires: FuseWire[] = [];
  for (let at = binary.indexOf(sentinel); at !== -1; at = binary.indexOf(sentinel, at + 1)) {
    const start = at + sentinel.length;
    const version = binary.at(start) ?? 0;
    const length = binary.at(start + 1) ?? 0;
    const wire = binary.toString('latin1', start + 2, start + 2 + length);
    wires.push({ version, states: wire.split('').map((one) => states[one] ?? `unknown (${one})`) });
  }
  return wires;
}

/** What is not as it has to be, in words; empty: all is well. */
export function fuseProblems(wires: readonly FuseWire[]): readonly string[] {
  if (wires.length === 0) return ['There are no fuses in it: is it an Electron binary?'];
  return wires.flatMap(problemsOf);
}

function problemsOf(wire: FuseWire): readonly string[] {
  if (wire.version !== knownVersion) return [`The wire is of version ${wire.version}.`];
  const count =
    wire.states.length === goldenFuses.length
      ? []
      : [
          `It has ${wire.states.length} fuses, not ${goldenFuses.length}: what does Electron say of them?`,
        ];
  const wrong = goldenFuses.flatMap(([name, wanted], index) => {
    const state = wire.states[index] ?? 'missing';
    return state === wanted ? [] : [`${name} is ${state}, not ${wanted}.`];
  });
  return [...count, ...wrong];
}
