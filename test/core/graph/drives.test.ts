import { beforeEach, describe, expect, it } from 'vitest';
import { type Drive, listDrives } from '../../../src/core/graph/drives.ts';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

let answers: Map<string, GraphAnswer>;
let graph: ScriptedGraph;

beforeEach(() => {
  answers = new Map();
  graph = new ScriptedGraph((target) => answers.get(target) ?? failure('not-found'));
});

async function list(kind: 'work' | 'personal'): Promise<readonly Drive[] | string> {
  const listed = await listDrives(graph, { kind }, new AbortController().signal);
  return listed.ok ? listed.value : listed.code;
}

async function ids(kind: 'work' | 'personal'): Promise<readonly string[] | string> {
  const drives = await list(kind);
  return typeof drives === 'string' ? drives : drives.map((drive) => drive.driveId);
}

const own = { id: 'own', name: 'OneDrive', driveType: 'business', webUrl: 'https://x' };

describe('a personal account', () => {
  it('has its own drive alone: the others it lists are phantoms', async () => {
    answers.set('/me/drive', answerOf({ id: '1a2b', driveType: 'personal' }));
    answers.set('/me/drives', answerOf({ value: [{ id: 'phantom' }] }));
    expect(await list('personal')).toEqual([
      {
        driveId: '1a2b',
        name: 'OneDrive',
        kind: 'personal',
        owner: null,
        ownerId: null,
        webUrl: null,
      },
    ]);
    expect(graph.asked).toEqual(['/me/drive']);
  });

  it('may have none', async () => {
    expect(await ids('personal')).toEqual([]);
  });
});

describe('a work account', () => {
  beforeEach(() => {
    answers.set('/me/drive', answerOf(own));
  });

  it('has its own drive first, once, then the others over all pages', async () => {
    const link = 'https://graph.microsoft.com/v1.0/me/drives?$skiptoken=2';
    answers.set('/me/drives', answerOf({ value: [{ id: 'a' }, own], '@odata.nextLink': link }));
    answers.set(link, answerOf({ value: [{ id: 'b' }] }));
    expect(await ids('work')).toEqual(['own', 'a', 'b']);
  });

  it('has what others share though it has no drive of its own', async () => {
    answers.delete('/me/drive');
    answers.set('/me/drives', answerOf({ value: [{ id: 'a' }] }));
    expect(await ids('work')).toEqual(['a']);
  });

  it.each(['no-access', 'not-found', 'refused'] as const)(
    'has its own drive though it may not list the others: %s',
    async (code) => {
      answers.set('/me/drives', failure(code));
      expect(await ids('work')).toEqual(['own']);
    },
  );

  it.each([
    'no-network',
    'throttled',
    'microsoft-down',
    'signed-out',
    'gone',
    'not-json',
    'unexpected-answer',
  ] as const)('fails when the others cannot be listed for now: %s', async (code) => {
    answers.set('/me/drives', failure(code));
    expect(await ids('work')).toBe(code);
  });

  it('fails when a later page of the others cannot be had for now', async () => {
    answers.set('/me/drives', answerOf({ value: [{ id: 'a' }], '@odata.nextLink': 'page-2' }));
    answers.set('page-2', failure('microsoft-down'));
    expect(await ids('work')).toBe('microsoft-down');
  });

  it.each(['no-network', 'throttled', 'signed-out'] as const)('fails with %s', async (code) => {
    answers.set('/me/drive', failure(code));
    expect(await ids('work')).toBe(code);
  });

  it('fails when neither can be had', async () => {
    answers.set('/me/drive', failure('no-access'));
    answers.set('/me/drives', failure('microsoft-down'));
    expect(await ids('work')).toBe('microsoft-down');
  });

  it('fails at a list that is none, where there is nothing else', async () => {
    answers.delete('/me/drive');
    answers.set('/me/drives', answerOf({ value: 'x' }));
    expect(await ids('work')).toBe('unexpected-answer');
  });

  it('leaves out drives that make no sense', async () => {
    answers.set('/me/drives', answerOf({ value: [null, { name: 'no id' }, { id: 'a' }] }));
    expect(await ids('work')).toEqual(['own', 'a']);
  });

  it('does not follow pages for ever', async () => {
    answers.set('/me/drives', answerOf({ value: [], '@odata.nextLink': '/me/drives' }));
    expect(await ids('work')).toEqual(['own']);
    expect(graph.asked).toHaveLength(21);
  });
});

it.each([
  ['personal', 'personal'],
  ['business', 'business'],
  ['documentLibrary', 'library'],
  [undefined, 'business'],
  ['new', 'business'],
])('the type %s is a %s drive', async (driveType, kind) => {
  answers.set('/me/drive', answerOf({ id: 'own', driveType }));
  expect(await list('personal')).toMatchObject([{ kind }]);
});

it.each([
  [{ user: { displayName: 'A\u202eda' } }, 'Ada'],
  [{ group: { displayName: 'Finance' } }, 'Finance'],
  [{}, null],
  [null, null],
])('the owner %j is %j', async (owner, name) => {
  answers.set('/me/drive', answerOf({ id: 'own', owner }));
  expect(await list('personal')).toMatchObject([{ owner: name }]);
});
