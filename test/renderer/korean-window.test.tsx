import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { row, snapshot } from './support/samples.ts';

beforeEach(() => {
  document.documentElement.lang = 'ko-KR';
});

afterEach(() => {
  document.documentElement.lang = 'en';
});

test('what was done stays where a sentence is too long: folders and names give way', async () => {
  const moved = {
    kinds: ['moved'],
    oldPlace: ['2026년 상반기 계약'],
    place: ['법무팀 검토 완료'],
  } as const;
  const rows = [
    row(2, { ...moved, actor: '김민수', name: 'Contract.pdf' }),
    row(1, {
      kinds: ['renamed'],
      actor: '김민수',
      oldName: 'Draft.pptx',
      name: 'Board meeting final.pptx',
    }),
  ];
  await openWindow(new FakeDrivebell({ rows, snapshot: snapshot() }), {
    width: 560,
    height: 480,
    locale: 'ko-KR',
  });
  await expect.poll(() => drawnRows().length).toBe(2);
  const cut = (text: string): boolean => {
    const { scrollWidth, clientWidth } = words(text);
    return scrollWidth > clientWidth;
  };
  expect([cut('로 바꿨습니다'), cut('로 이동했습니다')].filter(Boolean)).toEqual([]);
  expect(cut('법무팀 검토 완료')).toBe(true);
});

test('lines break between words', async () => {
  await openWindow(new FakeDrivebell({ snapshot: snapshot() }), { locale: 'ko-KR' });
  const main = page.getByRole('main');
  await expect.element(main).toHaveStyle({ wordBreak: 'keep-all' });
});

function words(text: string): HTMLElement {
  const all = drawnRows().flatMap((drawn) => [...drawn.querySelectorAll('bdi')]);
  const found = all.find((one) => one.textContent.includes(text));
  if (!found) throw new Error(`${text} is not drawn`);
  return found;
}
