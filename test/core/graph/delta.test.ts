import { expect, it } from 'vitest';
import { readDeltaPage, wholeDriveLink } from '../../../src/core/graph/delta.ts';
import { failure } from '../../../src/core/graph/graph.ts';
import { answerOf, pageOf, ScriptedGraph, wire } from '../support/scripted-graph.ts';

const never = new AbortController().signal;

async function read(answer: ReturnType<typeof pageOf>): Promise<unknown> {
  return readDeltaPage(new ScriptedGraph(() => answer), 'link', { signal: never });
}

it('gives the items and the next page', async () => {
  expect(await read(pageOf([wire('a')], { next: 'n' }))).toMatchObject({
    ok: true,
    items: [{ id: 'a' }],
    dropped: 0,
    link: 'n',
    last: false,
  });
});

it.each<[readonly object[], number]>([
  [[{ name: 'no id' }, wire('a'), { id: 7 }, { id: '' }], 3],
  [[wire('a'), wire('b')], 0],
])('counts what is no item: %j', async (value, dropped) => {
  expect(await read(pageOf(value, { delta: 'd' }))).toMatchObject({ ok: true, dropped });
});

it('gives the link to the next changes at the end', async () => {
  expect(await read(pageOf([], { delta: 'd' }))).toMatchObject({
    items: [],
    link: 'd',
    last: true,
  });
});

it('says so when neither link is there', async () => {
  expect(await read(pageOf([wire('a')], null))).toEqual({ ok: false, code: 'delta-without-link' });
});

it.each([
  null,
  'text',
  {},
  { value: 'x', '@odata.deltaLink': 'd' },
  { value: [], '@odata.nextLink': 7 },
])('does not expect %j', async (value) => {
  expect(await read(answerOf(value))).toMatchObject({ ok: false, code: 'unexpected-answer' });
});

it('passes on that Graph failed', async () => {
  const failed = failure('throttled', 1000);
  expect(await read(failed)).toEqual(failed);
});

it('asks for the field without which tombstones look alive', () => {
  const link = new URL(wholeDriveLink('b!x/y'), 'https://graph.microsoft.com');
  expect(link.pathname).toBe('/drives/b!x%2Fy/root/delta');
  expect(link.searchParams.get('$select')?.split(',')).toEqual(
    expect.arrayContaining(['id', 'eTag', 'deleted', 'root', 'shared', 'parentReference']),
  );
});
