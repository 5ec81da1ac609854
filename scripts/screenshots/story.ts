import type { RuleDraft } from '../../src/shared/wishes.ts';
import { untilLive } from '../../test/e2e/support/first-run.ts';
import type { Changed } from '../../test/simulator/simulator.ts';
import { expect } from './expect.ts';
import type { Stage } from './stage.ts';
import { at, setTime } from './story-time.ts';

export const monday = '2026-11-16T17:38:00Z';
export const tuesday = '2026-11-17T10:42:00Z';

const on = (time: string): string => `2026-11-17T${time}:00Z`;

/** Changes of one evening, a night, and the next morning, the newest few of them unread. */
export async function workday(stage: Stage): Promise<void> {
  const { knobs } = stage.simulator;
  const { endpointLifeSeconds } = knobs;
  // Nothing ends while hours go by in seconds.
  knobs.endpointLifeSeconds = 86_400;
  await evening(stage);
  await relaunch(stage, on('08:50'), () => overnight(stage));
  await expect.poll(async () => remarks(stage)).toBe(2);
  await addRules(stage);
  await morning(stage);
  knobs.endpointLifeSeconds = endpointLifeSeconds;
  await relaunch(stage, tuesday);
  await stage.setAccount(stage.simulator.accounts.personal.username);
  await stage.ask(({ api }) => api.signIn({ accountId: null, cloud: 'global', flow: 'browser' }));
  await expect.poll(async () => (await stage.snapshot()).accounts.length).toBe(2);
  await untilLive(stage.window);
}

async function relaunch(stage: Stage, moment: string, meanwhile?: () => void): Promise<void> {
  await stage.quit();
  meanwhile?.();
  setTime(moment);
  await stage.launch({ DRIVEBELL_CLIENT_ID: '' });
  await untilLive(stage.window);
}

async function evening(stage: Stage): Promise<void> {
  const { onedrive, product } = stage.simulator.drives;
  await told(stage, '/Roadmap/Roadmap 2027.pptx', (path) =>
    product.edit(path, { by: 'Isaiah Langer' }),
  );
  await told(stage, '/Shared with the team/Retrospectives/Retro 2026-11.docx', (path) =>
    onedrive.createFile(path, { by: 'Alex Wilber' }),
  );
  await readAll(stage);
}

/** While the app does not run. */
function overnight(stage: Stage): void {
  const { finance, product } = stage.simulator.drives;
  const plan = '/Launch X1050/Launch plan.docx';
  const pack = '/Reports/Board pack/Board pack November (draft).docx';
  at(on('08:05'), () => product.edit('/Launch X1050/Go-to-market.pptx', { by: 'Joni Sherman' }));
  at(on('08:12'), () => finance.edit('/Budget/Forecast Q4.xlsx', { by: 'Lidia Holloway' }));
  at(on('08:31'), () => product.comment(plan, { by: 'Joni Sherman' }));
  at(on('08:40'), () => finance.comment(pack, { by: 'Adele Vance', mentions: ['Megan Bowen'] }));
}

async function morning(stage: Stage): Promise<void> {
  const { onedrive, finance, product } = stage.simulator.drives;
  const { wishes } = await stage.snapshot();
  await stage.ask(({ api, given }) => api.wish({ ...given, readBy: 'hand' }), wishes);
  const tell = async (time: string, path: string, change: (path: string) => Changed) => {
    await stage.reach(on(time));
    await told(stage, path, change);
  };
  await tell('08:58', '/Meetings/Decisions.docx', (path) =>
    product.edit(path, { by: 'Pradeep Gupta' }),
  );
  await tell('09:15', '/Invoices/2026/11 November/INV-2026-1103 Northwind.pdf', (path) =>
    finance.createFile(path, { by: 'Alex Wilber' }),
  );
  await tell('09:22', '/Budget/Budget.xlsx', (path) =>
    finance.rename(path, 'Budget (old).xlsx', { by: 'Grady Archie' }),
  );
  await tell('09:31', '/Meetings/Action items.xlsx', (path) =>
    product.move(path, '/Roadmap', { by: 'Patti Fernandez' }),
  );
  await tell('09:48', '/Quarterly goals.xlsx', (path) =>
    onedrive.edit(path, { by: 'Megan Bowen' }),
  );
  await readAll(stage);
  for (const time of ['10:12', '10:15', '10:20']) {
    await tell(time, '/Budget/Budget 2027.xlsx', (path) =>
      finance.edit(path, { by: 'Adele Vance' }),
    );
  }
  await tell('10:26', '/Launch X1050/Handouts', (path) =>
    product.createFolder(path, { by: 'Henrietta Mueller' }),
  );
  const folder = (await stage.snapshot()).recent[0]?.id ?? 0;
  await stage.ask(({ api, given }) => api.mute(given, 'item', 'today'), folder);
  await tell('10:33', '/Launch X1050/Handouts/Kurzanleitung X1050.pdf', (path) =>
    product.createFile(path, { by: 'Henrietta Mueller' }),
  );
  await tell('10:41', '/Launch X1050/Pictures/X1050 back.png', (path) =>
    product.delete(path, { by: 'Lee Gu' }),
  );
  await expect.poll(async () => (await newest(stage))?.actor).toBe('Lee Gu');
}

async function readAll(stage: Stage): Promise<void> {
  await stage.ask(({ api, given }) => api.markRead(given), (await newest(stage))?.id ?? 0);
}

const rule: RuleDraft = {
  isOn: true,
  watchId: null,
  pattern: null,
  person: null,
  kinds: null,
  isMineOnly: false,
  action: 'list',
  until: null,
};

/** The newest is tried first. */
async function addRules(stage: Stage): Promise<void> {
  const drafts: readonly RuleDraft[] = [
    { ...rule, pattern: '*.mp4, *.png' },
    { ...rule, person: 'Pradeep Gupta', kinds: ['edited', 'commented'] },
    { ...rule, isMineOnly: true, action: 'notify' },
  ];
  for (const draft of drafts)
    await stage.ask(({ api, given }) => api.addRules([given], null), draft);
  const { rules } = await stage.snapshot();
  const hooked = rules.find(({ isMineOnly }) => isMineOnly)?.ruleId ?? '';
  await stage.ask(
    ({ api, given }) => api.setHookUrl(given, 'http://localhost:8080/changes'),
    hooked,
  );
}

/** Makes a change and waits until the app lists it. */
export async function told(
  stage: Stage,
  path: string,
  change: (path: string) => Changed,
): Promise<Changed> {
  const before = await newest(stage);
  const changed = change(path);
  const isTold = async (): Promise<boolean> => {
    const now = await newest(stage);
    return now?.name === changed.name && key(now) !== key(before);
  };
  await expect.poll(isTold).toBe(true);
  return changed;
}

type Newest = Awaited<ReturnType<typeof newest>>;

async function newest(stage: Stage) {
  return (await stage.snapshot()).recent[0];
}

function key(row: Newest): string {
  return `${row?.id} ${row?.times}`;
}

async function remarks(stage: Stage): Promise<number> {
  const { recent } = await stage.snapshot();
  return recent.filter(({ kinds }) => kinds.some((kind) => /mentioned|commented/.test(kind)))
    .length;
}

/** Two drives that are not live, for different reasons, and notices paused. */
export async function trouble(stage: Stage): Promise<void> {
  const { simulator } = stage;
  const { finance, product } = simulator.drives;
  await stage.ask(({ api }) => api.pause('one-hour'));
  const fail = (route: string, status: number) =>
    simulator.faults.next(`GET /v1.0/drives/${route}`, { status }, { times: 'always' });
  fail(`${product.id}/*/socketIo`, 404);
  simulator.push.kick('product');
  fail(`${finance.id}/*`, 503);
  const { drives } = await stage.snapshot();
  for (const { watchId } of drives)
    await stage.ask(({ api, given }) => api.checkNow(given), watchId);
  const states = async () => (await stage.snapshot()).drives.map((drive) => drive.liveness.state);
  await expect
    .poll(async () => (await states()).toSorted())
    .toEqual(['live', 'polling', 'unavailable']);
}
