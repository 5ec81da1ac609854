import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActivityFeed } from '../../../src/core/activity-feed/activity-feed.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { Graph } from '../../../src/core/graph/graph.ts';
import { WhoDeleted } from '../../../src/core/activity-feed/who-deleted.ts';
import { type Changed, Simulator } from '../../simulator/simulator.ts';
import { heardLog, serverClockOn, timerClock } from '../support/doubles.ts';

const never = new AbortController().signal;

let simulator: Simulator;
let since: number;

beforeEach(async () => {
  simulator = await Simulator.start();
  since = Date.now();
});

afterEach(async () => {
  await simulator.stop();
});

function whoDeleted(): WhoDeleted {
  const { origin, accounts, entra, drives } = simulator;
  const hosts = { ...clouds.global, graph: origin, graphLinks: [origin] };
  const value = entra.accessToken(accounts.work.username);
  const graph = new Graph({
    net: {
      fetch: (url, init) => fetch(url, init),
      connect: () => {
        throw new Error('Nothing is pushed here.');
      },
    },
    hosts,
    tokens: {
      token: () => Promise.resolve({ ok: true, value }),
      challengedAgain: () => undefined,
    },
    serverClock: serverClockOn(timerClock),
    log: heardLog(),
    userAgent: 'test',
  });
  const { id } = drives.finance;
  const log = heardLog();
  const feed = new ActivityFeed({ graph, hosts, driveId: id, isWork: true, log });
  return new WhoDeleted({ feed, graph, log });
}

async function namesOf(who: WhoDeleted, deleted: readonly Changed[]) {
  const deletions = deleted.map(({ itemId, itemKind, name, descendants }, rowId) => ({
    rowId,
    itemId,
    itemKind,
    name,
    descendants,
  }));
  const found = await who.find(deletions, since, never);
  return deleted.map((_, rowId) => found.get(rowId)?.name);
}

function deleteSome(): readonly Changed[] {
  const { finance } = simulator.drives;
  const [one = '', other = ''] = finance.paths('file');
  const [folder = ''] = finance.paths('folder').toReversed();
  return [
    finance.delete(one, { by: 'Adele Vance' }),
    finance.delete(other, { by: 'Lee Gu' }),
    finance.delete(folder, { by: 'Joni Sherman' }),
  ];
}

const people = ['Adele Vance', 'Lee Gu', 'Joni Sherman'];

test('files and folders are known by their ids', async () => {
  expect(await namesOf(whoDeleted(), deleteSome())).toEqual(people);
});

test('by their names, where the tenant takes no query', async () => {
  simulator.knobs.activityQueries = false;
  const who = whoDeleted();
  expect(await namesOf(who, deleteSome())).toEqual(people);
  expect(simulator.requests.count('/beta/drives/*/activities')).toBe(2);
});

test('a little later, where the feed lags behind the drive', async () => {
  simulator.knobs.activityLagMs = 800;
  expect(await namesOf(whoDeleted(), deleteSome())).toEqual(people);
});

test('nobody, and at once, where there is no such feed', async () => {
  simulator.faults.next('/beta/*', { status: 501 }, { times: 'always' });
  const who = whoDeleted();
  expect(await namesOf(who, deleteSome())).toEqual([undefined, undefined, undefined]);
  expect(simulator.requests.count('/beta/*')).toBe(1);
  expect(who.isOffered).toBe(false);
});
