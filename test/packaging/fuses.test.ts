import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { expect, it } from 'vitest';
import { fuseProblems, goldenFuses, readFuseWires } from '../../scripts/packaging/fuse-wire.ts';
import { root } from '../../scripts/support/root.ts';

const wanted = '010011001';

/** What surrounds a wire in a binary does not matter. */
function binary(wire: string, { version = 1, length = wire.length } = {}): Buffer {
  const head = Buffer.from('code\0dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');
  return Buffer.concat([
    head,
    Buffer.from([version, length]),
    Buffer.from(`${wire}\0code`, 'latin1'),
  ]);
}

const problemsOf = (bytes: Buffer): readonly string[] => fuseProblems(readFuseWires(bytes));

it('finds nothing wrong with the fuses of a release', () => {
  expect(problemsOf(binary('010011001'))).toEqual([]);
});

it.each([
  ['a fuse that is not as wanted', binary('110011001'), ['runAsNode is on, not off.']],
  ['one that Electron removed', binary('0100r1001'), [/Validation is removed, not on/]],
  ['one more than we know', binary(`${wanted}1`), [/10 fuses, not 9/]],
  ['one less', binary('01001100'), [/8 fuses, not 9/, 'wasmTrapHandlers is missing, not on.']],
  ['a state nobody knows', binary('0100110\x901'), [/grantFile.+ is unknown/]],
  ['another kind of wire', binary(wanted, { version: 2 }), [/version 2/]],
  ['a wire that is cut off', binary(wanted).subarray(0, 42), expect.anything()],
  ['a binary without fuses', Buffer.from('code'), [/no fuses/]],
])('refuses %s', (_what, bytes, problems) => {
  const found = problemsOf(bytes);
  expect(found).not.toEqual([]);
  if (!Array.isArray(problems)) return;
  expect(found).toHaveLength(problems.length);
  for (const [index, problem] of problems.entries()) expect(found[index]).toMatch(problem);
});

it('looks at both wires of a universal binary', () => {
  const both = Buffer.concat([binary(wanted), binary(`1${wanted.slice(1)}`)]);
  expect(problemsOf(both)).toEqual(['runAsNode is on, not off.']);
});

it('wants what electron-builder is told to set', async () => {
  const { electronFuses } = await getConfig(root, join(root, 'electron-builder.yml'), null);
  const { resetAdHocDarwinSignature: _noFuse, ...fuses } = electronFuses ?? {};
  const set = Object.entries(fuses).map(([name, on]) => [name, on ? 'on' : 'off']);
  expect(set).toEqual(goldenFuses.slice(0, 8));
});

it('ends with 1 for a package with other fuses, and where nothing is packed', () => {
  const dist = mkdtempSync(join(tmpdir(), 'drivebell-fuses-'));
  const run = () =>
    spawnSync(process.execPath, [join(root, 'scripts/fuses.ts'), '--dist', dist], {
      encoding: 'utf8',
    });
  try {
    expect(run()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Nothing is packed'),
    });
    mkdirSync(join(dist, 'linux-unpacked'));
    const path = join(dist, 'linux-unpacked', 'drivebell');
    writeFileSync(path, binary(wanted));
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('as wanted') });
    writeFileSync(path, binary('111111111'));
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('runAsNode is on') });
  } finally {
    rmSync(dist, { recursive: true });
  }
});
