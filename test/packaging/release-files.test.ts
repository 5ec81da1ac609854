import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { updateProblems } from '../../scripts/packaging/update-files.ts';
import { root } from '../../scripts/support/root.ts';

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { encoding: 'utf8' });

describe('the tag of a release', () => {
  it('is the version of package.json', () => {
    expect(run('release-tag.ts', '--tag', `v${manifest.version}`)).toMatchObject({ status: 0 });
  });

  it.each(['v99.0.0', manifest.version, `v${manifest.version}-1`, ''])('is not "%s"', (tag) => {
    const { status, stderr } = run('release-tag.ts', '--tag', tag);
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`tag it v${manifest.version}`),
    });
  });
});

describe('what updates are told of', () => {
  const installer = Buffer.from('an installer');
  const sha512 = createHash('sha512').update(installer).digest('base64');
  let dist = '';

  function write(version: string, url = 'Drivebell-Setup.exe', size = installer.length): void {
    const file = `  - url: ${url}\n    sha512: ${sha512}\n    size: ${size}\n`;
    writeFileSync(join(dist, 'latest.yml'), `version: ${version}\nfiles:\n${file}`);
  }

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'drivebell-release-'));
    writeFileSync(join(dist, 'Drivebell-Setup.exe'), installer);
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  it('is there, whole, and of this version', () => {
    write('1.2.3');
    expect(updateProblems(dist, '1.2.3')).toEqual([]);
  });

  it('is not there without a feed', () => {
    expect(updateProblems(dist, '1.2.3')).toEqual([expect.stringContaining('no latest*.yml')]);
    expect(updateProblems(join(dist, 'none'), '1.2.3')).toHaveLength(1);
  });

  it('is of another version', () => {
    write('1.2.2');
    expect(updateProblems(dist, '1.2.3')).toEqual(['latest.yml is of 1.2.2, not 1.2.3.']);
  });

  it.each(['Drivebell Setup.exe', '../latest.yml'])('names %s, which is not beside it', (url) => {
    write('1.2.3', url);
    expect(updateProblems(dist, '1.2.3')).toEqual([`latest.yml names ${url}, which is not there.`]);
  });

  it('names a file of other bytes or another size', () => {
    const problem = ['Drivebell-Setup.exe is another file than latest.yml says.'];
    write('1.2.3', 'Drivebell-Setup.exe', 1);
    expect(updateProblems(dist, '1.2.3')).toEqual(problem);
    write('1.2.3');
    writeFileSync(join(dist, 'Drivebell-Setup.exe'), 'An installer');
    expect(updateProblems(dist, '1.2.3')).toEqual(problem);
  });

  it('is no feed at all', () => {
    writeFileSync(join(dist, 'latest.yml'), 'version: 1.2.3\n');
    expect(updateProblems(dist, '1.2.3')).toEqual(['latest.yml is no feed.']);
    const { status, stderr } = run('release-files.ts', '--dist', dist);
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'latest.yml is no feed.\n' });
  });

  // GitHub puts dots in their place, and the feed would name a file that is not there.
  it('is packed under names without blanks', async () => {
    const { nsis, productName } = await getConfig(root, join(root, 'electron-builder.yml'), null);
    expect(`${productName}${nsis?.artifactName}`).toMatch(/^[^ ]+\.\$\{ext\}$/);
  });
});
