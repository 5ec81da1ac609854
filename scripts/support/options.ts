import { parseArgs } from 'node:util';

type Kind = 'flag' | 'number' | 'text';
type ValueOf<K extends Kind> = K extends 'flag'
  ? boolean
  : (K extends 'number' ? number : string) | undefined;
/** As parsed, before numbers are read. No option can be given many times. */
type Given = Readonly<Record<string, string | boolean | undefined>>;
type Values<S extends Readonly<Record<string, Kind>>> = { readonly [N in keyof S]: ValueOf<S[N]> };

function refuseWithExit(line: string): never {
  console.error(line);
  process.exit(2);
}

/** A script's switches, strictly: anything unknown or malformed is one line on stderr and exit 2. */
export function parseOptions<const S extends Readonly<Record<string, Kind>>>(
  spec: S,
  args: readonly string[] = process.argv.slice(2),
  refuse: (line: string) => never = refuseWithExit,
): Values<S> {
  const kinds = Object.entries<Kind>(spec);
  const known = kinds.map(([name, kind]) =>
    kind === 'flag' ? `--${name}` : `--${name} <${kind}>`,
  );
  const switches = known.length === 0 ? 'There are no options.' : `Options: ${known.join(', ')}.`;
  const given = read(kinds, args, (problem) => refuse(`${problem} ${switches}`));
  const values = kinds.map(([name, kind]) => {
    const value = given[name];
    if (kind === 'flag') return [name, value === true];
    if (kind === 'text' || value === undefined) return [name, value];
    const number = Number(value);
    if (value === '' || !Number.isFinite(number) || number < 0) {
      return refuse(`--${name} takes a number, not "${value}". ${switches}`);
    }
    return [name, number];
  });
  return Object.fromEntries(values) as Values<S>;
}

function read(
  kinds: readonly (readonly [string, Kind])[],
  args: readonly string[],
  refuse: (problem: string) => never,
): Given {
  const options = Object.fromEntries(
    kinds.map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  );
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    // Node's message goes on with advice about positional arguments, which our scripts have none of.
    const message = error instanceof Error ? error.message : String(error);
    return refuse(`${message.split(/[.\n]/)[0] ?? message}.`);
  }
}
