import { Seeded } from './seeded.ts';

export interface Person {
  readonly name: string;
  /** What `lastModifiedBy.user.id` says: a directory object id at work, a CID for personal accounts. */
  readonly id: string;
  /** Personal accounts show none (sheet 2.4). */
  readonly email: string | null;
}

export interface Account {
  readonly username: string;
  readonly name: string;
  readonly kind: 'work' | 'personal';
  readonly objectId: string;
  readonly tenantId: string;
  /** The id `/me` gives. */
  readonly userId: string;
  readonly person: Person;
}

/** The tenant of every personal account (sheet 6.1). */
export const consumerTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const contosoTenantId = 'c0a7050a-51de-4b0c-9f5e-3d1f6a2b7c84';
export const contosoDomain = 'contoso.com';

const staffNames = [
  'Megan Bowen',
  'Adele Vance',
  'Alex Wilber',
  'Diego Siciliani',
  'Grady Archie',
  'Henrietta Mueller',
  'Isaiah Langer',
  'Johanna Lorenz',
  'Joni Sherman',
  'Lee Gu',
  'Lidia Holloway',
  'Lynne Robbins',
  'Miriam Graham',
  'Nestor Wilke',
  'Patti Fernandez',
  'Pradeep Gupta',
];

const ids = new Seeded(365);

export const staff: readonly Person[] = staffNames.map((name) => ({
  name,
  id: ids.guid(),
  email: `${name.toLowerCase().replace(' ', '.')}@${contosoDomain}`,
}));

export const acquaintances: readonly Person[] = ['Robin Sommer', 'Kim Abel', 'Noor Haddad'].map(
  // A leading zero, because those get cut at times (sheet 2.3).
  (name) => ({ name, id: `0${ids.hex(15)}`, email: null }),
);

function named(name: string, people: readonly Person[]): Person {
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody of that name: ${name}`);
  return person;
}

function accountAtContoso(person: Person): Account {
  return {
    username: person.email ?? '',
    name: person.name,
    kind: 'work',
    objectId: person.id,
    tenantId: contosoTenantId,
    userId: person.id,
    person,
  };
}

const robin = named('Robin Sommer', acquaintances);

export const workAccount = accountAtContoso(named('Megan Bowen', staff));

/** Another account of the same tenant. */
export const colleagueAccount = accountAtContoso(named('Adele Vance', staff));

export const personalAccount: Account = {
  username: 'robin.sommer@outlook.com',
  name: robin.name,
  kind: 'personal',
  // A consumer's object id is the CID in GUID form.
  objectId: `00000000-0000-0000-${robin.id.slice(0, 4)}-${robin.id.slice(4)}`,
  tenantId: consumerTenantId,
  userId: robin.id,
  person: robin,
};

export const accounts: readonly Account[] = [workAccount, personalAccount, colleagueAccount];

/** They change nothing unless a test names them: a client signed in as one may leave out its own changes. */
export const bystanders: readonly Person[] = [workAccount.person, personalAccount.person];

export function findAccount(username: string): Account | undefined {
  return accounts.find((account) => account.username === username.toLowerCase());
}

export function accountNamed(username: string): Account {
  const account = findAccount(username);
  if (!account) throw new Error(`No such account: ${username}`);
  return account;
}
