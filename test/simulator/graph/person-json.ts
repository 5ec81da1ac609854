import type { Person } from '../cloud/people.ts';

export function personJson({ id, name, email }: Person) {
  return { user: { ...(email === null ? {} : { email }), id, displayName: name } };
}
