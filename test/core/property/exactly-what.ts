import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Doing, What, Who } from '../support/model-drive.ts';
import { feedFaults } from '../support/model-feed.ts';
import type { Manners } from '../support/model-runs.ts';
import type { ContentKey } from '../support/model-wire.ts';
import { type Breaking, type ModelSize, ModelWorld, type Reading } from '../support/model-world.ts';

export const usualSeed = 20_261_122;

type Step =
  | { readonly step: 'do'; readonly doing: Doing }
  | { readonly step: 'read'; readonly reading: Reading }
  | { readonly step: 'learn'; readonly pages: number; readonly reading: Reading }
  | { readonly step: 'restart' };

interface Story {
  readonly size: Omit<ModelSize, 'isFile'>;
  readonly begin: readonly Doing[];
  readonly steps: readonly Step[];
}

const doingOf = (...what: readonly What[]): fc.Arbitrary<Doing> =>
  fc.record({
    what: fc.constantFrom(...what),
    pick: fc.nat({ max: 40 }),
    into: fc.nat({ max: 40 }),
    by: fc.constantFrom<Who>('ada', 'ada', 'me', 'me-as-guest'),
    seconds: fc.oneof(fc.constant(0), fc.nat({ max: 40 }), fc.nat({ max: 600 })),
  });

const making = doingOf('create', 'create', 'create-folder', 'create-folder', 'share');
const doing = doingOf(
  'create',
  'create-folder',
  'appear',
  'edit',
  'edit',
  'rename',
  'rename',
  'recase',
  'move',
  'move',
  'rename-move-edit',
  'delete',
  'delete-folder',
  'restore',
  'restore',
  'share',
  'unshare',
  'touch',
);

const breaking = fc.record({
  write: fc.integer({ min: 1, max: 25 }),
  how: fc.constantFrom<Breaking['how']>('fails', 'dies', 'dies-after'),
});

const reading: fc.Arbitrary<Reading> = fc.record({
  lagSeconds: fc.oneof(fc.constant(0), fc.nat({ max: 60 })),
  faults: fc.array(fc.record({ at: fc.nat({ max: 5 }), fault: fc.constantFrom(...feedFaults) }), {
    maxLength: 2,
  }),
  during: fc.array(fc.option(doing), { maxLength: 3 }),
  breaking: fc.option(breaking, { freq: 5 }),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ step: fc.constant('do' as const), doing }), weight: 12 },
  { arbitrary: fc.record({ step: fc.constant('read' as const), reading }), weight: 5 },
  {
    arbitrary: fc.record({
      step: fc.constant('learn' as const),
      pages: fc.integer({ min: 1, max: 4 }),
      reading,
    }),
    weight: 2,
  },
  { arbitrary: fc.constant({ step: 'restart' as const }), weight: 1 },
);

const manners: fc.Arbitrary<Manners> = fc.record({
  listsTaken: fc.boolean(),
  listsAncestors: fc.boolean(),
  listsShortLived: fc.boolean(),
  listsUnchanged: fc.boolean(),
  mostPerPage: fc.constantFrom(2, 5, 50),
});

const anyStory: fc.Arbitrary<Story> = fc.record({
  size: fc.record({
    seed: fc.nat(),
    isKnown: fc.boolean(),
    mostNames: fc.constantFrom(300_000, 300_000, 4),
    contentKey: fc.constantFrom<ContentKey>('hash', 'cTag', 'size'),
    aheadMs: fc.constantFrom(0, 0, 3_600_000, -3_600_000),
    manners,
  }),
  begin: fc.array(making, { maxLength: 15 }),
  steps: fc.array(step, { maxLength: 30 }),
});

/** Whatever happens in a drive, and however its feed tells of it: each change is told once, exactly. */
export function exactlyWhat(numRuns: number, seed = usualSeed): Promise<void> {
  return fc.assert(fc.asyncProperty(anyStory, play), { numRuns, seed });
}

async function play({ size, begin, steps }: Story): Promise<void> {
  const isFile = steps.some((one) => one.step === 'restart' || isBroken(one));
  const { isKnown, manners } = size;
  // While it is not known nobody can tell that an item is listed unchanged, or was never to be seen.
  const clear = { ...manners, listsUnchanged: false, listsShortLived: true };
  const world = new ModelWorld({ ...size, manners: isKnown ? manners : clear, isFile });
  try {
    await world.begin(begin);
    for (const one of steps) await take(world, one);
    await toTheEnd(world);
  } finally {
    world.end();
  }
}

function isBroken(one: Step): boolean {
  return one.step === 'read' && one.reading.breaking !== null;
}

async function take(world: ModelWorld, one: Step): Promise<void> {
  switch (one.step) {
    case 'do':
      return world.drive.do(one.doing);
    case 'read':
      return world.read(one.reading);
    case 'learn':
      return world.learn(one.pages, one.reading);
    case 'restart':
      return world.restart();
  }
}

const someReadings = 3;

/** In good times all comes out. */
async function toTheEnd(world: ModelWorld): Promise<void> {
  world.wantNames();
  for (let count = 0; count < someReadings; count += 1) {
    await world.read();
    await world.learn(1000);
  }
  expect(['known', 'folders']).toContain(world.ledger.names);
  world.expectAllTold();
}
