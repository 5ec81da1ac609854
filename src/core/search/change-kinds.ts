import type { ChangeKind } from '../../shared/activity.ts';

/** Every kind by name: one that is missing here is a compile error. */
export const changeKinds = Object.keys({
  created: 0,
  edited: 0,
  renamed: 0,
  moved: 0,
  deleted: 0,
  restored: 0,
  appeared: 0,
  changed: 0,
  shared: 0,
  unshared: 0,
  commented: 0,
  mentioned: 0,
} satisfies Record<ChangeKind, 0>) as ChangeKind[];
