import { beforeEach, describe, expect, it } from 'vitest';
import { DemoScore } from '../../scripts/support/demo-score.ts';
import { toastWords } from '../../src/shared/texts/toast-words.ts';
import { createTranslate } from '../../src/main/words.ts';
import { row } from '../core/support/doubles.ts';
import type { Changed } from '../simulator/simulator.ts';

let score: DemoScore;

beforeEach(() => {
  score = new DemoScore();
});

function changed(name: string, driveName: string): Changed {
  return {
    seq: 1,
    drive: 'finance',
    driveName,
    driveId: 'b!1',
    kind: 'edited',
    itemKind: 'file',
    itemId: name,
    name,
    oldName: name,
    path: `/${name}`,
    oldPath: `/${name}`,
    person: 'Ada',
    personId: 'ada-id',
    webUrl: '',
    at: '2026-11-21T12:00:00Z',
    descendants: 0,
  };
}

function announce(name: string, driveName = 'Finance'): void {
  score.announce(changed(name, driveName), `Ada edited ${name}`);
}

interface Summary {
  readonly count?: number;
  readonly drives?: readonly string[];
  readonly place?: readonly string[];
}

/** As the demo prints it: the newest first, the others counted. */
function toast(names: readonly string[], summary: Summary = {}): void {
  const { count = names.length, drives = ['Finance'], place = [] } = summary;
  const changes = names.map((name) => row({ name, driveName: drives[0] ?? '' }));
  const matter = { changes, count, actors: ['Ada', null], place, drives, after: null };
  const words = toastWords(createTranslate('en'), matter);
  score.toast(`${words.title} | ${words.body}`);
}

describe('an announced change is told', () => {
  it('by a later toast that names it', () => {
    announce('Budget.xlsx');
    expect(score.missing()).toEqual(['Ada edited Budget.xlsx']);
    toast(['Budget.xlsx']);
    expect([score.missing(), score.announced]).toEqual([[], 1]);
  });

  it('by a later summary that names it', () => {
    announce('Budget.xlsx');
    toast(['Plan.docx', 'Budget.xlsx']);
    expect(score.missing()).toEqual([]);
  });

  it('by a later summary of its drive that counts others', () => {
    announce('Budget.xlsx');
    toast(['a', 'b', 'c', 'd', 'e'], { count: 7 });
    expect(score.missing()).toEqual([]);
  });
});

describe('an announced change is told by a later summary', () => {
  it.each([
    ['of its folder', { place: ['Budget'] }],
    ['of its folder, deep down', { place: ['Budget', '2026', 'Weekly'] }],
    ['of several drives', { drives: ['Product', 'Finance'] }],
  ])('%s', (_what, summary) => {
    announce('Budget.xlsx');
    toast(['Plan.docx', 'Budget.xlsx'], summary);
    expect(score.missing()).toEqual([]);
    announce('Forecast.xlsx');
    toast(['a', 'b', 'c', 'd'], { ...summary, count: 9 });
    expect(score.missing()).toEqual([]);
  });
});

describe('an announced change is not told', () => {
  it('by an earlier toast, though it names it', () => {
    toast(['Budget.xlsx']);
    toast(['a', 'b', 'c', 'd', 'e'], { count: 7 });
    announce('Budget.xlsx');
    expect(score.missing()).toEqual(['Ada edited Budget.xlsx']);
  });

  it('by a summary of another drive', () => {
    announce('Budget.xlsx');
    toast(['a', 'b', 'c', 'd', 'e'], { count: 7, drives: ['Product'] });
    expect(score.missing()).toHaveLength(1);
  });

  it('by a summary of a drive whose name begins as its own', () => {
    announce('Budget.xlsx');
    toast(['a', 'b', 'c', 'd', 'e'], { count: 7, drives: ['Finance EMEA'] });
    toast(['a', 'b', 'c', 'd', 'e'], { count: 7, drives: ['Finance EMEA'], place: ['Budget'] });
    expect(score.missing()).toHaveLength(1);
  });

  it('by a summary of its drive that names all it stands for', () => {
    announce('Budget.xlsx');
    toast(['a', 'b']);
    toast(['a', 'b', 'c']);
    expect(score.missing()).toHaveLength(1);
  });

  it('by another toast of its drive', () => {
    announce('Budget.xlsx');
    toast(['Plan.docx']);
    expect(score.missing()).toHaveLength(1);
  });
});

it('keeps each change apart', () => {
  announce('a.txt');
  toast(['a.txt']);
  announce('b.txt');
  announce('c.txt');
  toast(['c.txt']);
  expect([score.missing(), score.announced]).toEqual([['Ada edited b.txt'], 3]);
});
