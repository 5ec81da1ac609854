import type { Translated } from '../translated.ts';
import type { drives as en } from '../en/drives.ts';

export const drives: Translated<'ko', typeof en> = {
  'drives.rename': '이름 바꾸기…',
  'drives.rename.title': '{{drive}} 이름 바꾸기',
  'drives.rename.name': '이름',
  'drives.rename.note':
    '이 목록, 알림, 새 변경 내용에 사용됩니다. 비워 두면 Microsoft에서 쓰는 ‘{{name}}’ 이름이 사용됩니다.',
  'drives.rename.save': '저장',
  'drives.try-now': '지금 시도',
  'drives.up': '위로 이동',
  'drives.down': '아래로 이동',
  'drives.moved': '이제 드라이브 {{count, number}}개 중 {{position, number}}번째입니다',
  'drives.stop.activity': '이 드라이브의 활동도 삭제',
  'drives.stopped': '{{drive}} 모니터링을 중지했습니다',
};
