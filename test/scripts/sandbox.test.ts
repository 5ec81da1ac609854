import { expect, it } from 'vitest';
import { hasSandbox, type SandboxSigns } from '../../scripts/support/sandbox.ts';

const ubuntu = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const program = '/app/dist/electron';

function computer(
  files: Readonly<Record<string, string>>,
  { isRoot = false, uid = 0, mode = 0 } = {},
): SandboxSigns {
  return {
    isRoot,
    read: (path) => files[path] ?? null,
    stat: (path) => (path.endsWith('chrome-sandbox') && mode > 0 ? { uid, mode } : undefined),
  };
}

it.each([{}, { [ubuntu]: '0\n' }, { '/proc/sys/user/max_user_namespaces': '96365\n' }])(
  'there is one where nobody refuses it: %j',
  (files) => expect(hasSandbox(program, computer(files))).toBe(true),
);

it.each([
  { [ubuntu]: '1\n' },
  { '/proc/sys/kernel/unprivileged_userns_clone': '0\n' },
  { '/proc/sys/user/max_user_namespaces': '0\n' },
])('there is none with %j, unless a helper that starts as root lies beside it', (files) => {
  const found = (helper: object, asked: string | null = program): boolean =>
    hasSandbox(asked, computer(files, helper));
  expect([found({}), found({ mode: 0o4755 }, null)]).toEqual([false, false]);
  expect([found({ mode: 0o755 }), found({ mode: 0o4755, uid: 1000 })]).toEqual([false, false]);
  expect(found({ mode: 0o4755 })).toBe(true);
});

it('root has none', () => {
  expect(hasSandbox(program, computer({}, { isRoot: true, mode: 0o4755 }))).toBe(false);
});
