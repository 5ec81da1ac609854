import { describe, expect, it } from 'vitest';
import { hookOf, hooks, hooksOf, localUrl } from '../../../src/core/hooks/hook.ts';

describe('an address', () => {
  it.each([
    ['http://localhost/', 'http://localhost/'],
    ['http://localhost:8080/changes?x=1', 'http://localhost:8080/changes?x=1'],
    ['https://localhost:8443', 'https://localhost:8443/'],
    ['http://127.0.0.1:9', 'http://127.0.0.1:9/'],
    ['http://[::1]:9/', 'http://[::1]:9/'],
    ['HTTP://LOCALHOST/a', 'http://localhost/a'],
    ['http://localhost/#part', 'http://localhost/'],
    // Other ways to write 127.0.0.1.
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://127.1/', 'http://127.0.0.1/'],
  ])('%s is on this computer', (text, url) => {
    expect(localUrl(text)).toBe(url);
  });

  it.each([
    '',
    'localhost:8080',
    'localhost/changes',
    'http://example.com/',
    'https://graph.microsoft.com/',
    'http://localhost.evil.example/',
    'http://evil.example/localhost',
    'http://evil.example#localhost',
    'http://evil.example\\@localhost',
    'http://localhost@evil.example/',
    'http://localhost:80@evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1.nip.io/',
    'http://sub.localhost/',
    'http://localhost./',
    'http://0x7e.1/',
    'http://0x7f000002/',
    'http://127.0.0.2/',
    'http://127.0.0.1@8.8.8.8/',
    'http://0.0.0.0/',
    'http://0/',
    'http://[::]/',
    'http://[::2]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/',
    'http://user@localhost/',
    'http://user:secret@localhost/',
    'http://:secret@127.0.0.1/',
    'ftp://localhost/',
    'file:///etc/passwd',
    'file://localhost/etc/passwd',
    'javascript:alert(1)',
    'ws://localhost/',
    'data:text/plain,localhost',
    'blob:http://localhost/1',
    `http://localhost/${'x'.repeat(2000)}`,
  ])('%s is refused', (text) => {
    expect(localUrl(text)).toBeNull();
  });
});

describe('hooks of a config', () => {
  const command = { kind: 'command', program: '/usr/local/bin/tell' } as const;
  const post = { kind: 'post', url: 'http://localhost:8080/' } as const;

  it('that has none are none', () => {
    expect(hooks.parse(undefined)).toEqual({});
  });

  it('are read as they were written', () => {
    expect(hooks.parse({ a: command, b: post })).toEqual({ a: command, b: post });
  });

  it.each([
    { ...command, program: 'tell' },
    { ...command, program: './tell' },
    { ...command, program: '' },
    { ...command, program: `/${'x'.repeat(4096)}` },
    { ...post, url: 'http://evil.example/' },
    { ...post, url: 'http://user@localhost/' },
    { kind: 'shell', program: '/bin/sh' },
    null,
    'x',
  ])('that are not understood are refused, and no others: %j', (bad) => {
    const refused = hooks.safeParse({ a: bad, b: post }).error?.issues.map(({ path }) => path[0]);
    expect(new Set(refused)).toEqual(new Set(['a']));
  });

  it('know nothing but what is theirs', () => {
    expect(hookOf({ a: command }, 'a')).toEqual(command);
    expect(['b', 'constructor', '__proto__'].map((ruleId) => hookOf({}, ruleId))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('go with their rules', () => {
    expect(hooksOf({ a: command, b: post }, [{ ruleId: 'b' }, { ruleId: 'c' }])).toEqual({
      b: post,
    });
  });
});
