import { beforeEach, expect, it } from 'vitest';
import { unknownAncestors } from '../../../src/core/reading/ancestors.ts';
import type { DriveItem } from '../../../src/core/graph/drive-item.ts';
import { failure } from '../../../src/core/graph/graph.ts';
import { file, folder, tombstone } from '../support/items.ts';
import { answerOf, ScriptedGraph, wire } from '../support/scripted-graph.ts';

const signal = new AbortController().signal;
let graph: ScriptedGraph;
/** The parent of each folder that Graph knows. */
let parents: Record<string, string>;

beforeEach(() => {
  parents = {};
  graph = new ScriptedGraph((target) => {
    const id = /\/items\/(\w+)/.exec(target)?.[1] ?? '';
    const parent = parents[id];
    if (parent === undefined) return failure('not-found');
    return answerOf(wire(id, { folder: {}, file: undefined, parentReference: { id: parent } }));
  });
});

async function found(...run: readonly DriveItem[]): Promise<readonly string[]> {
  const isKnown = (id: string): boolean => id === 'known';
  const looking = { graph, driveId: 'd', rootId: 'root', isKnown, asking: { signal } };
  return (await unknownAncestors(run, looking)).map((item) => item.id);
}

it('are looked up to the first that is known', async () => {
  parents = { low: 'high', high: 'known' };
  expect(await found(file('a', { parentId: 'low' }), file('b', { parentId: 'high' }))).toEqual([
    'low',
    'high',
  ]);
  expect(graph.asked).toHaveLength(2);
});

it('that the run itself lists are not looked up, nor those of what is gone', async () => {
  const run = [folder('low'), file('a', { parentId: 'low' }), tombstone('b')];
  expect(await found(...run, folder('root', { isRoot: true, parentId: null }))).toEqual([]);
  expect(graph.asked).toEqual([]);
});

it('are no more than twenty at once, found or not', async () => {
  const run = Array.from({ length: 30 }, (_, n) => file(`f${n}`, { parentId: `d${n}` }));
  expect(await found(...run)).toEqual([]);
  expect(graph.asked).toHaveLength(20);
});

it('are not asked for again by each item that lies in them', async () => {
  const asked: string[] = [];
  const isKnown = (id: string): boolean => asked.push(id) > 0;
  const run = Array.from({ length: 100 }, (_, n) => file(`f${n}`, { parentId: `d${n % 2}` }));
  const looking = { graph, driveId: 'd', rootId: 'root', isKnown, asking: { signal } };
  expect(await unknownAncestors(run, looking)).toEqual([]);
  expect(asked).toEqual(['d0', 'd1']);
});

it('that lead round in a circle are looked up once', async () => {
  parents = { one: 'other', other: 'one' };
  expect(await found(file('a', { parentId: 'one' }))).toEqual(['one', 'other']);
});
