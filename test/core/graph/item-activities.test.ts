import { beforeEach, describe, expect, it } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import {
  activitiesLink,
  type ItemActivities,
  type ItemActivity,
  plainActivitiesLink,
  readItemActivities,
} from '../../../src/core/graph/item-activities.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const signal = new AbortController().signal;
const since = Date.parse('2026-11-03T09:00:00Z');
const link = 'https://graph.microsoft.com/beta/drives/d/activities';

let answers: GraphAnswer[];
let graph: ScriptedGraph;

beforeEach(() => {
  answers = [];
  graph = new ScriptedGraph(() => answers.shift() ?? failure('not-found'));
});

function wireDeed(id: string, parts: object = {}): object {
  return {
    id,
    action: { delete: { name: 'Plan.xlsx', objectType: 'File' } },
    actor: { user: { id: 'ada-id', displayName: 'Ada', email: 'ada@contoso.com' } },
    times: { recordedDateTime: '2026-11-03T10:00:00Z' },
    ...parts,
  };
}

async function read(...pages: readonly GraphAnswer[]): Promise<ItemActivities> {
  answers = [...pages];
  return readItemActivities(graph, link, { since, mostPages: 2 }, { signal });
}

async function only(wire: object): Promise<ItemActivity | undefined> {
  const answer = await read(answerOf({ value: [wire] }));
  return answer.ok ? answer.activities[0] : undefined;
}

describe('the link', () => {
  it('leads to the beta of the cloud, with and without a query', () => {
    expect(activitiesLink(clouds.china, 'b!x/y')).toBe(
      'https://microsoftgraph.chinacloudapi.cn/beta/drives/b!x%2Fy/activities?$expand=driveItem&$top=100',
    );
    expect(plainActivitiesLink(clouds.global, 'd')).toBe(link);
  });
});

describe('an activity', () => {
  it('says who deleted what, when', async () => {
    expect(await only(wireDeed('a'))).toEqual({
      id: 'a',
      item: null,
      actor: { id: 'ada-id', name: 'Ada', email: 'ada@contoso.com' },
      at: Date.parse('2026-11-03T10:00:00Z'),
      deleted: { name: 'Plan.xlsx', kind: 'file' },
      isComment: false,
      mentioned: null,
    });
  });

  it('names the item where the feed hands it out, as far as it is fit to be shown', async () => {
    const driveItem = {
      id: 'item-1',
      name: 'a\u202Egpj.exe',
      webUrl: 'https://contoso.sharepoint.com/a',
      parentReference: { id: 'folder-1' },
      folder: {},
    };
    expect((await only(wireDeed('a', { driveItem })))?.item).toMatchObject({
      id: 'item-1',
      name: 'agpj.exe',
      webUrl: 'https://contoso.sharepoint.com/a',
      parentId: 'folder-1',
      kind: 'folder',
    });
    const bare = await only(wireDeed('a', { driveItem: { id: 'item-1', webUrl: 7 } }));
    expect(bare?.item).toMatchObject({ id: 'item-1', name: null, webUrl: null, kind: 'file' });
    for (const none of [null, 7, {}, { id: 7 }, { id: '' }])
      expect((await only(wireDeed('a', { driveItem: none })))?.item).toBeNull();
  });

  it.for([
    ['of a folder', { action: { delete: { name: 'Old', objectType: 'Folder' } } }, 'Old', 'folder'],
    ['without a word on what', { action: { delete: {} } }, null, null],
    ['of a kind nobody knows', { action: { delete: { objectType: 'Page' } } }, null, null],
    ['with a hostile name', { action: { delete: { name: 'a\u202Egpj.exe' } } }, 'agpj.exe', null],
    ['with a name that is none', { action: { delete: { name: 7, objectType: 8 } } }, null, null],
  ] as const)('%s', async ([, parts, name, kind]) => {
    expect((await only(wireDeed('a', parts)))?.deleted).toEqual({ name, kind });
  });

  it.for([
    ['nobody', {}],
    ['null', { user: null }],
    ['an app', { application: { displayName: 'Flow' } }],
    ['a number', 7],
    ['nothing in it', { user: {} }],
    ['an invisible name alone', { user: { displayName: '\u200B' } }],
  ] as const)('by %s has no actor', async ([, actor]) => {
    const activity = await only(wireDeed('a', { actor }));
    expect(activity?.actor).toBeNull();
    expect(activity?.deleted).not.toBeNull();
  });

  it.for([
    [
      'recorded',
      { recordedDateTime: '2026-11-03T10:00:00Z', observedDateTime: '2026-11-03T09:30:00Z' },
    ],
    ['as the documented example spells it', { recordedTime: '2026-11-03T10:00:00Z' }],
    ['observed alone', { observedDateTime: '2026-11-03T10:00:00Z' }],
    [
      'recorded in the year 1',
      { recordedDateTime: '0001-01-01T00:00:00Z', observedDateTime: '2026-11-03T10:00:00Z' },
    ],
    [
      'going on for a while',
      { recordedDateTime: '2026-11-03T09:10:00Z', lastRecordedDateTime: '2026-11-03T10:00:00Z' },
    ],
  ] as const)('%s', async ([, times]) => {
    expect((await only(wireDeed('a', { times })))?.at).toBe(Date.parse('2026-11-03T10:00:00Z'));
  });

  it('may be several things at once, some of them unheard of', async () => {
    const mentionees = [
      { user: { id: 'me', displayName: 'Megan' } },
      { user: { displayName: 'Lee' } },
      { group: {} },
      'nobody',
    ];
    const action = { comment: { isReply: true }, mention: { mentionees }, levitate: {} };
    expect(await only(wireDeed('a', { action }))).toMatchObject({
      deleted: null,
      isComment: true,
      mentioned: [
        { id: 'me', name: 'Megan', email: null },
        { id: null, name: 'Lee', email: null },
      ],
    });
    expect(await only(wireDeed('a', { action: { mention: {} } }))).toMatchObject({ mentioned: [] });
    const nothing = { deleted: null, isComment: false, mentioned: null };
    expect(await only(wireDeed('a', { action: null }))).toMatchObject(nothing);
    expect(await only(wireDeed('a', { action: { levitate: {} } }))).toMatchObject(nothing);
  });
});

describe('a page', () => {
  it('is read but for what makes no sense', async () => {
    const value = [null, 7, {}, { id: '' }, wireDeed('no-time', { times: null }), wireDeed('good')];
    expect(await read(answerOf({ value }))).toMatchObject({ activities: [{ id: 'good' }] });
  });

  it('is followed by as many as are asked for, as long as all is new', async () => {
    const page = (id: string, parts: object = {}) =>
      answerOf({ value: [wireDeed(id, parts)], '@odata.nextLink': `${link}?${id}` });
    const answer = await read(page('a'), page('b'), page('c'));
    expect(answer).toMatchObject({
      ok: true,
      activities: [{ id: 'a' }, { id: 'b' }],
      missing: 'too-many',
    });
    expect(graph.asked).toEqual([link, `${link}?a`]);
    const old = { times: { recordedDateTime: '2026-11-03T08:59:59Z' } };
    graph.asked.length = 0;
    expect(await read(page('old', old), page('b'))).toEqual({
      ok: true,
      activities: [],
      missing: null,
    });
    expect(graph.asked).toEqual([link]);
  });

  it('of any length is read', async () => {
    const value = Array.from({ length: 130_000 }, (_, n) => wireDeed(`${n}`));
    const answer = await read(answerOf({ value }));
    expect(answer.ok && answer.activities).toHaveLength(value.length);
  });

  it('leads nowhere else', async () => {
    const value = [wireDeed('a')];
    const foreign = { value, '@odata.nextLink': 'https://foreign.example/beta/next' };
    expect(await read(answerOf(foreign))).toMatchObject({ activities: [{ id: 'a' }] });
    expect(graph.asked).toHaveLength(1);
    const further = { value, '@odata.nextLink': `${link}?2` };
    expect(await read(answerOf(further), failure('throttled'))).toMatchObject({
      activities: [{ id: 'a' }],
      missing: 'unreached',
    });
  });

  it.for([
    [failure('refused', null, 'invalidRequest'), 'refused'],
    [failure('no-access'), 'not-offered'],
    [failure('not-found'), 'not-offered'],
    [failure('gone'), 'not-offered'],
    [failure('microsoft-down', null, 'notSupported'), 'not-offered'],
    [failure('microsoft-down', null, 'NotImplemented'), 'not-offered'],
    [failure('microsoft-down'), 'unreached'],
    [failure('throttled', 5), 'unreached'],
    [failure('no-network'), 'unreached'],
    [failure('signed-out'), 'unreached'],
    [answerOf({ value: 'nothing' }), 'not-offered'],
    [answerOf(null), 'not-offered'],
  ] as const)('that is %j: %s', async ([answer, code]) => {
    expect(await read(answer)).toEqual({ ok: false, code });
  });
});
