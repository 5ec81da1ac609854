import { describe, expect, it } from 'vitest';
import { judge, mayAsk, mayFollow, releasesPage } from '../../../src/core/updates/release.ts';

const file = { url: 'Drivebell-1.1.0.AppImage', sha512: `${'A'.repeat(86)}==`, size: 100 };
const release = { version: '1.1.0', files: [file] };
const with_ = (parts: object): object => ({ ...release, files: [{ ...file, ...parts }] });

it('takes a newer version, and says how large it is', () => {
  const larger = { ...file, url: 'Drivebell-1.1.0.deb', size: 200 };
  expect(judge({ ...release, files: [file, larger] }, '1.0.9')).toEqual({
    ok: true,
    offered: { version: '1.1.0', bytes: 200 },
  });
});

it('takes one whose smaller files are of no known size', () => {
  const { size: _size, ...unknown } = file;
  expect(judge({ ...release, files: [unknown, file] }, '1.0.0')).toMatchObject({
    ok: true,
    offered: { bytes: 100 },
  });
});

it.each([
  ['1.0.9', '1.1.0'],
  ['1.9.9', '1.10.0'],
  ['9.0.0', '10.0.0'],
  ['1.1.0-rc.1', '1.1.0'],
])('%s is older than %s', (current, version) => {
  expect(judge({ ...release, version }, current)).toMatchObject({ ok: true, offered: { version } });
  expect(judge({ ...release, version: current.replace(/-.*/, '') }, '10.0.1')).toEqual({
    ok: false,
    code: 'older',
  });
});

it('offers nothing where this is the newest', () => {
  expect(judge(release, '1.1.0')).toEqual({ ok: true, offered: null });
});

describe('refuses', () => {
  it.each<[string, unknown, string]>([
    ['an older version', { ...release, version: '0.9.9' }, 'older'],
    ['a trial version', { ...release, version: '1.1.0-beta.1' }, 'prerelease'],
    ['a version that is none', { ...release, version: 'latest' }, 'feed-unreadable'],
    ['a version beyond counting', { ...release, version: '1.1.99999999' }, 'feed-unreadable'],
    ['a build of a version', { ...release, version: '1.1.0+7' }, 'feed-unreadable'],
    ['no files', { ...release, files: [] }, 'feed-unreadable'],
    ['no checksum', with_({ sha512: undefined }), 'feed-unreadable'],
    ['a shorter checksum', with_({ sha512: 'AAAA' }), 'feed-unreadable'],
    ['no size', with_({ size: undefined }), 'feed-unreadable'],
    ['more than a disk takes', with_({ size: 1024 ** 4 }), 'feed-unreadable'],
    ['an installer of something else', { ...release, packages: { x64: {} } }, 'feed-unreadable'],
    ['text', '<!doctype html>', 'feed-unreadable'],
    ['nothing', null, 'feed-unreadable'],
    ['a list', [release], 'feed-unreadable'],
    ['the folder above', with_({ url: '../Drivebell.AppImage' }), 'feed-foreign'],
    ['a folder of another system', with_({ url: '..\\Drivebell.exe' }), 'feed-foreign'],
    ['a folder in disguise', with_({ url: '..%2fDrivebell.AppImage' }), 'feed-foreign'],
    ['another place', with_({ url: 'https://example.com/Drivebell.AppImage' }), 'feed-foreign'],
    ['another host', with_({ url: '//example.com/Drivebell.AppImage' }), 'feed-foreign'],
    ['a hidden file', with_({ url: '.bashrc' }), 'feed-foreign'],
  ])('%s', (_what, feed, code) => {
    expect(judge(feed, '1.0.0')).toEqual({ ok: false, code });
  });
});

describe('asks', () => {
  it.each([`${releasesPage}.atom`, `${releasesPage}/latest`, `${releasesPage}/download/v1/a.yml`])(
    '%s',
    (url) => expect([mayAsk(url), mayFollow(url)]).toEqual([true, true]),
  );

  it.each([
    'http://github.com/drivebell/drivebell/releases/latest',
    'https://github.com/drivebell/drivebell/releases/../../evil/releases/latest',
    'https://github.com/drivebell/drivebell.evil/releases/latest',
    'https://github.com.evil.example/drivebell/drivebell/releases/latest',
    'https://github.com:444/drivebell/drivebell/releases/latest',
    'https://evil.example/drivebell/drivebell/releases/latest',
  ])('not %s, nor goes on to it', (url) => {
    expect([mayAsk(url), mayFollow(url)]).toEqual([false, false]);
  });

  it('the storage of GitHub only where it was led to it, and only safely', () => {
    const at = 'release-assets.githubusercontent.com/a?sig=1';
    expect([mayAsk(`https://${at}`), mayFollow(`https://${at}`)]).toEqual([false, true]);
    for (const url of [
      `http://${at}`,
      `https://${at.replace('/', ':444/')}`,
      'https://raw.githubusercontent.com/a',
      'https://evilgithubusercontent.com/',
      'https://evil.release-assets.githubusercontent.com/a',
      'https://release-assets.githubusercontent.com.evil.example/a',
      'https://a.b.example',
      'x',
    ])
      expect(mayFollow(url)).toBe(false);
  });
});
