import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { parseOptions } from '../../scripts/support/options.ts';

const spec = { seconds: 'number', quiet: 'flag', out: 'text' } as const;

function parse(...args: string[]): unknown {
  return parseOptions(spec, args, (line) => {
    throw new Error(line);
  });
}

it('reads switches by their kind', () => {
  expect(parse('--seconds', '20', '--out=a b.json', '--quiet')).toEqual({
    seconds: 20,
    quiet: true,
    out: 'a b.json',
  });
  expect(parse()).toEqual({ seconds: undefined, quiet: false, out: undefined });
  expect(parse('--seconds', '0.5')).toMatchObject({ seconds: 0.5 });
});

it.each([
  [['--sekonds', '20'], "Unknown option '--sekonds'."],
  [['20'], "Unexpected argument '20'."],
  [['-q'], "Unknown option '-q'."],
  [['--seconds'], "Option '--seconds <value>' argument missing."],
  [['--seconds', 'soon'], '--seconds takes a number, not "soon".'],
  [['--seconds='], '--seconds takes a number, not "".'],
  [['--quiet=yes'], "Option '--quiet' does not take an argument."],
])('refuses %j in one line with the options there are', (args, problem) => {
  expect(() => parse(...args)).toThrow(
    `${problem} Options: --seconds <number>, --quiet, --out <text>.`,
  );
});

it('ends a script with exit code 2', () => {
  const options = new URL('../../scripts/support/options.ts', import.meta.url).href;
  const code = `(await import(${JSON.stringify(options)})).parseOptions({}); console.log('ran');`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', code, '--', 'script.ts', '--loud'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe("Unknown option '--loud'. There are no options.\n");
});
