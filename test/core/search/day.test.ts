import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const module = new URL('../../../src/core/search/day.ts', import.meta.url).href;

/** In minutes, the hours of a day somewhere: the zone is the process's. */
function hoursAt(zone: string, day: string): readonly number[] {
  const script = `
    const { hoursOf } = await import(${JSON.stringify(module)});
    const hours = hoursOf(new Date('${day}T15:30:00').getTime());
    console.log(JSON.stringify(hours.slice(1).map((end, n) => (end - hours[n]) / 60000)));`;
  const args = ['--input-type=module', '--eval', script];
  const options = { env: { ...process.env, TZ: zone }, encoding: 'utf8', stdio: 'pipe' } as const;
  return JSON.parse(execFileSync(process.execPath, args, options)) as number[];
}

it.each([
  ['an ordinary day', 'Europe/Berlin 2026-11-21', 24, {}],
  ['put forward', 'Europe/Berlin 2026-03-29', 23, {}],
  ['put back', 'Europe/Berlin 2026-10-25', 25, {}],
  ['put forward at midnight', 'America/Santiago 2026-09-06', 23, {}],
  ['put forward by half an hour', 'Australia/Lord_Howe 2026-10-04', 24, { 2: 30 }],
  ['put back by half an hour', 'Australia/Lord_Howe 2026-04-05', 25, { 1: 60, 2: 30 }],
  ['beside the full hour of others', 'Asia/Kathmandu 2026-11-21', 24, {}],
])('%s (%s)', (_what, where, count, odd: Readonly<Record<number, number>>) => {
  const [zone = '', day = ''] = where.split(' ');
  expect(hoursAt(zone, day)).toEqual(Array.from({ length: count }, (_, hour) => odd[hour] ?? 60));
});
