interface Entry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** Optional packages for other systems that locked packages name and the lock lacks, by name. */
export function missingPlatforms(lock: Lock): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isFixed = /^\d+\.\d+\.\d+$/.test(version);
      if (isFixed && !hasEntry(lock, name) && platformOf(name)) missing.set(name, version);
    }
  }
  return missing;
}

export function completed(lock: Lock): { lock: Lock; added: readonly string[] } {
  const missing = missingPlatforms(lock);
  const entries = [...missing].map(([name, version]): [string, Entry] => [
    `node_modules/${name}`,
    { version, ...platformOf(name), dev: true, optional: true },
  ]);
  const all = [...Object.entries(lock.packages), ...entries];
  const sorted = all.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added: [...missing.keys()] };
}

function hasEntry(lock: Lock, name: string): boolean {
  return Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`));
}

/** What a package's name says of where it runs, in the lock's words; null: it says nothing. */
function platformOf(name: string): Entry | null {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return null;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { os: [os], cpu: [cpu], ...(os === 'linux' ? { libc: [libc] } : {}) };
}
