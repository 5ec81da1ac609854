import { describe, expect, test } from 'vitest';
import { loadAllWords } from '../../src/renderer/all-words.ts';
import type { Explanation } from '../../src/shared/diagnostics.ts';
import type { Liveness, Snapshot } from '../../src/shared/snapshot.ts';
import { alarmWords } from '../../src/shared/texts/alarm-words.ts';
import { changeSentence } from '../../src/shared/texts/change-sentence.ts';
import { livenessLine, pauseWords } from '../../src/shared/texts/liveness-words.ts';
import { notLiveWords } from '../../src/shared/texts/not-live-words.ts';
import { ruleSentence } from '../../src/shared/texts/rule-words.ts';
import { changeWords, type ToastMatter, toastWords } from '../../src/shared/texts/toast-words.ts';
import { trayTooltip } from '../../src/shared/texts/tray-words.ts';
import { whyWords } from '../../src/shared/texts/why-words.ts';
import type { RuleView } from '../../src/shared/wishes.ts';
import { day, drive, hour, minute, now, row, rule, snapshot } from './support/samples.ts';
import { createTranslate } from './support/words.ts';

type Fields = Parameters<typeof row>[1];

const locale = 'ko-KR';
const t = createTranslate(locale);
const later = await loadAllWords(locale);
const minsu = { actor: '김민수', driveName: '영업', place: ['계약'], name: '견적.hwp' } as const;
const folder = { itemKind: 'folder', name: '회의록' } as const;
const nameless = { kinds: ['deleted'], name: null, actor: null } as const;

describe('a change in Korean', () => {
  test.each<[string, Fields]>([
    ['김민수님이 ‘견적.hwp’를 만들었습니다', { kinds: ['created'] }],
    ['김민수님이 ‘회의록’ 폴더를 만들었습니다', { kinds: ['created'], ...folder }],
    ['김민수님이 ‘견적.hwp’를 편집했습니다', {}],
    ['누군가가 ‘견적.hwp’를 편집했습니다', { actor: null }],
    ['내가 ‘견적.hwp’를 편집했습니다', { own: true }],
    ['Maria님이 ‘예산’을 편집했습니다', { actor: 'Maria', name: '예산' }],
    ['김민수님이 ‘초안.hwp’의 이름을 ‘견적.hwp’로 바꿨습니다', renamed('초안.hwp', '견적.hwp')],
    ['김민수님이 ‘초안’의 이름을 ‘결재 완료본’으로 바꿨습니다', renamed('초안', '결재 완료본')],
    ['김민수님이 ‘안’의 이름을 ‘메일’로 바꿨습니다', renamed('안', '메일')],
    ['김민수님이 ‘Old’의 이름을 ‘Budget’(으)로 바꿨습니다', renamed('Old', 'Budget')],
    [
      '김민수님이 ‘a.csv’의 이름을 ‘b.csv’로 바꾸고 이동한 후 편집했습니다',
      { ...renamed('a.csv', 'b.csv'), kinds: ['renamed', 'moved', 'edited'] },
    ],
    ['김민수님이 ‘견적.hwp’의 이름을 바꿨습니다', { kinds: ['renamed'] }],
    [
      '김민수님이 ‘견적.hwp’를 초안에서 서명으로 이동했습니다',
      { kinds: ['moved'], oldPlace: ['초안'], place: ['서명'] },
    ],
    [
      '내가 ‘견적.hwp’를 영업에서 보관함으로 이동하고 편집했습니다',
      { own: true, kinds: ['moved', 'edited'], oldPlace: [], place: ['보관함'] },
    ],
    ['김민수님이 ‘견적.hwp’를 이동했습니다', { kinds: ['moved'], oldPlace: null }],
    ['김민수님이 ‘견적.hwp’를 변경했습니다', { kinds: ['changed'] }],
    ['김민수님이 ‘견적.hwp’를 공유했습니다', { kinds: ['shared'] }],
    ['내가 ‘견적.hwp’의 공유를 중지했습니다', { own: true, kinds: ['unshared'] }],
    ['김민수님이 ‘견적.hwp’에 댓글을 남겼습니다', { kinds: ['commented'] }],
    ['누군가가 ‘견적.hwp’에서 나를 언급했습니다', { kinds: ['mentioned'], actor: null }],
    ['‘견적.hwp’가 복원되었습니다', { kinds: ['restored'] }],
    ['‘예산’이 추가되었습니다', { kinds: ['appeared'], name: '예산' }],
    ['‘견적.hwp’가 삭제되었습니다', { kinds: ['deleted'], actor: null }],
    ['김민수님이 ‘견적.hwp’를 삭제했습니다', { kinds: ['deleted'] }],
    ['내가 ‘회의록’ 폴더를 삭제했습니다', { own: true, kinds: ['deleted'], ...folder }],
    ['‘회의록’ 폴더가 삭제되었습니다', { kinds: ['deleted'], ...folder, actor: null }],
    [
      '‘회의록’ 폴더와 그 안의 항목 1,200개가 삭제되었습니다',
      { kinds: ['deleted'], ...folder, actor: null, descendants: 1200 },
    ],
    [
      '김민수님이 ‘회의록’ 폴더와 그 안의 항목 1개를 삭제했습니다',
      { kinds: ['deleted'], ...folder, descendants: 1 },
    ],
    ['계약에서 파일이 삭제되었습니다', nameless],
    [
      '김민수님이 계약에서 폴더를 삭제했습니다',
      { ...nameless, ...folder, actor: '김민수', name: null },
    ],
    [
      '영업에서 이름을 알 수 없는 항목 3개가 삭제되었습니다',
      { ...nameless, place: [], descendants: 2 },
    ],
  ])('%s', (words, fields) => {
    expect(changeWords(t, row(1, { ...minsu, ...fields }))).toBe(words);
  });

  test('has its name strong, without the particle', () => {
    const change = row(1, { ...minsu, ...renamed('초안', '예산') });
    expect(changeSentence(t, change)).toEqual([
      { text: '김민수님' },
      { text: '이 ' },
      { text: '초안', struck: true },
      { text: '의 이름을 ' },
      { text: '예산', strong: true },
      { text: '으로 바꿨습니다' },
    ]);
  });

  test('never reads a name as a template', () => {
    const name = '{{actor}} $t(tray.quit) [을/를] {{name, 을/를}} 예산';
    expect(changeWords(t, row(1, { ...minsu, name }))).toBe(`김민수님이 ‘${name}’을 편집했습니다`);
    expect(t('reason.drive-gone', { drive: name })).toBe(
      `Microsoft에서 더 이상 ${name}을 찾을 수 없습니다`,
    );
  });
});

describe('a toast in Korean', () => {
  const changes = [1, 2, 3, 4, 5].map((id) => row(id, { ...minsu, name: `${id}.hwp` }));
  const base = { changes, count: 5, actors: ['김민수'], place: [], drives: ['영업'], after: null };
  const deleted = changes.map((change) => ({ ...change, kinds: ['deleted'] as const }));
  const mentioned = changes.map((change) => ({ ...change, kinds: ['mentioned'] as const }));

  test.each<[string, Partial<ToastMatter>]>([
    ['김민수님이 영업에서 5건을 변경했습니다', {}],
    ['김민수님 외 2명이 영업에서 5건을 변경했습니다', { actors: ['김민수', '이영희', '박철수'] }],
    ['영업에서 변경 1,200건이 있었습니다', { count: 1200, actors: [null] }],
    ['드라이브 3개에서 변경 5건이 있었습니다', { drives: ['a', 'b', 'c'] }],
    ['영업에서 항목 5개가 삭제되었습니다', { changes: deleted, actors: [null] }],
    ['김민수님이 영업에서 항목 5개를 삭제했습니다', { changes: deleted }],
    ['영업에서 내가 5번 언급되었습니다', { changes: mentioned }],
    ['김민수님이 영업 / … / 견적에서 5건을 변경했습니다', { place: ['계약', '견적'] }],
    ['자리를 비운 동안: 김민수님이 영업에서 5건을 변경했습니다', { after: 'away' }],
    ['알림을 일시 중지한 동안: 김민수님이 영업에서 5건을 변경했습니다', { after: 'paused' }],
    ['방해 금지 시간 동안: 김민수님이 영업에서 5건을 변경했습니다', { after: 'quiet-hours' }],
    ['요약: 김민수님이 영업에서 5건을 변경했습니다', { after: 'digest' }],
  ])('%s', (title, parts) => {
    expect(toastWords(t, { ...base, ...parts }).title).toBe(title);
  });

  test('counts what it does not name', () => {
    expect(toastWords(t, base).body).toBe('1.hwp, 2.hwp, 3.hwp 외 2개');
    const three = row(1, { ...minsu, ...nameless, descendants: 2 });
    expect(toastWords(t, { ...base, changes: [three, row(2, nameless)], count: 2 }).body).toBe(
      '이름을 알 수 없는 항목 4개',
    );
  });

  test('of many deletions', () => {
    const alarm = { drive: '영업', count: 60, actors: ['김민수'], after: null };
    expect(alarmWords(t, alarm)).toEqual({
      title: '김민수님이 영업에서 항목 60개를 삭제했습니다',
      body: '삭제된 항목이 많습니다. 클릭하면 휴지통이 열립니다.',
    });
    expect(alarmWords(t, { ...alarm, actors: [null], after: 'away' }).title).toBe(
      '자리를 비운 동안: 영업에서 항목 60개가 삭제되었습니다',
    );
  });

  test('of drives that are not live', () => {
    const liveness = { state: 'polling', since: now, reason: 'push-lost' } as const;
    const off = (name: string) => drive(name, { name, liveness });
    expect(notLiveWords(t, [off('영업')])).toEqual({
      title: '15분 동안 실시간 연결 없음',
      body: '영업: 현재 이 드라이브의 실시간 연결이 끊어져 있습니다',
    });
    expect(notLiveWords(t, ['A', 'B', 'C', 'D', 'E'].map(off)).body).toBe(
      'A, B, C 외 2개: 현재 이 드라이브들의 실시간 연결이 끊어져 있습니다',
    );
  });
});

describe('the line of truth in Korean', () => {
  const since = now - 28 * minute;
  const line = (liveness: Liveness, others = 0): string => {
    const live = Array.from({ length: others }, (_, n) => drive(`live${n}`));
    const drives = [drive('it', { liveness, name: '영업', pollSeconds: 300 }), ...live];
    return livenessLine(t, snapshot({ liveness, drives }), now, locale);
  };

  test.each<[string, Liveness]>([
    ['실시간: 드라이브 3개', { state: 'live', since, reason: null }],
    ['드라이브 3개 중 1개에 연결 중', { state: 'starting', since, reason: null }],
    ['오후 2:02부터 오프라인: 영업', { state: 'offline', since, reason: 'no-network' }],
    [
      '5분마다 확인: 현재 영업에서 실시간 업데이트를 사용할 수 없습니다',
      { state: 'polling', since, reason: 'push-not-offered' },
    ],
    [
      '다시 로그인: 로그인이 만료되어 영업에 연결할 수 없습니다',
      { state: 'sign-in-needed', since, reason: 'signed-out' },
    ],
    [
      '현재 영업을 사용할 수 없습니다: Microsoft에서 더 이상 이 드라이브를 찾을 수 없습니다',
      { state: 'unavailable', since, reason: 'drive-gone' },
    ],
  ])('%s', (words, liveness) => {
    expect(line(liveness, 2)).toBe(words);
  });

  test('and of a pause', () => {
    const words = (parts: Partial<Snapshot>) =>
      pauseWords(t, { pausedUntil: null, quietUntil: null, ...parts }, now, locale);
    expect(words({ pausedUntil: now + 30 * minute })).toBe('오후 3:00까지 일시 중지');
    expect(words({ pausedUntil: now + day })).toBe('11월 19일 오후 2:30까지 일시 중지');
    expect(words({ pausedUntil: 'until-resumed' })).toBe('다시 시작할 때까지 일시 중지');
    expect(words({ quietUntil: now + hour })).toBe('오후 3:30까지 방해 금지');
    expect(trayTooltip(t, snapshot({ unread: 2 }), now, locale)).toBe(
      'Drivebell\n실시간: 드라이브 1개\n읽지 않은 변경 2건',
    );
  });
});

describe('a rule in Korean', () => {
  const midnight = (ahead: number): number => new Date(now + ahead * day).setHours(0, 0, 0, 0);

  test.each<[string, Partial<RuleView>]>([
    ['모든 변경: 목록에만 표시', {}],
    ['Finance: 무시', { watchId: 'finance', action: 'ignore' }],
    ['더 이상 모니터링하지 않는 드라이브: 목록에만 표시', { watchId: 'gone' }],
    ['이름이 *.tmp인 파일: 무시', { pattern: '*.tmp', action: 'ignore' }],
    [
      'Finance, 이름이 a, b, c 외 2개인 파일에 대한 김민수님의 변경: 알림',
      { watchId: 'finance', pattern: 'a,b,c,d,e', person: '김민수', action: 'notify' },
    ],
    ['adele님의 모든 변경: 목록에만 표시(오후 3:00까지)', adele(now + 30 * minute)],
    ['adele님의 모든 변경: 목록에만 표시(자정까지)', adele(midnight(1))],
    ['adele님의 모든 변경: 목록에만 표시(11월 20일 금요일까지)', adele(midnight(3))],
    ['Finance의 ‘계약’: 목록에만 표시', { watchId: 'finance', within: '계약' }],
    [
      '모든 변경, 단 생성, 삭제 또는 나를 언급할 때만: 목록에만 표시',
      { kinds: ['created', 'deleted', 'mentioned'] },
    ],
    ['내가 만들었거나 마지막으로 변경한 항목: 알림', { isMineOnly: true, action: 'notify' }],
  ])('%s', (words, fields) => {
    const around = { drives: [drive('finance')], now, locale };
    expect(ruleSentence(later, rule('r', fields), around)).toBe(words);
  });

  test('and why a change was told, or not', () => {
    const why = (parts: Partial<Explanation>) => {
      const around = { drives: [], now, locale };
      const none = {
        silence: null,
        isToldSince: false,
        dueAt: null,
        rule: null,
        isRuleGone: false,
      };
      return whyWords(later, { outcome: 'told', ...none, ...parts }, around).join(' ');
    };
    expect(why({})).toBe(
      '이 변경은 알림으로 표시되었습니다. 해당하는 규칙이 없으며, 이 경우 알림을 받습니다.',
    );
    expect(why({ outcome: 'ignored', rule: rule('r', { action: 'ignore' }) })).toBe(
      '무시되었습니다. 적용된 규칙: 모든 변경: 무시.',
    );
    expect(why({ outcome: 'held', silence: 'quiet-hours', dueAt: now + hour })).toBe(
      '방해 금지 시간에 변경되어 나중으로 미루었습니다. 다른 변경과 함께 알림으로 표시될 예정입니다: 오후 3:30.',
    );
  });
});

function renamed(oldName: string, name: string): Fields {
  return { kinds: ['renamed'], oldName, name };
}

function adele(until: number): Partial<RuleView> {
  return { person: 'adele', until };
}
