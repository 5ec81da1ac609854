import type { Translated } from '../translated.ts';
import type { finding as en } from '../en/finding.ts';

export const finding: Translated<'ko', typeof en> = {
  'filter.title': '필터 및 그룹화',
  'filter.group': '그룹화 기준',
  'filter.group.day': '날짜',
  'filter.group.drive': '드라이브',
  'filter.group.person': '사람',
  'filter.kinds': '변경 유형',
  'filter.drives': '드라이브',
  'filter.person': '사람',
  'filter.person.show': '사람 보기',
  'filter.person.any': '모든 사람',
  'filter.person.none': '이 이름으로 변경한 사람이 아직 없습니다',
  'filter.unread': '읽지 않은 항목만',
  'filter.clear': '모두 지우기',
  'filter.active': '적용된 필터',
  'filter.remove': '필터 제거: {{what}}',
  'filter.several_other': '{{first}} 외 {{count, number}}개',
  'filter.by': '{{person}}님이 변경',
  'filter.nobody': '변경한 사람을 알 수 없음',

  'groups.drive': '드라이브별 변경, 최신순',
  'groups.person': '사람별 변경, 최신순',
  'groups.nobody': '알 수 없는 사람',
  'groups.count_other': '변경 {{count, number}}건',
  'groups.latest': '최근 {{time}}',
  'groups.more': '더 보기',
  'groups.loading': '그룹을 불러오는 중',
  'groups.cut':
    '최신 변경이 있는 {{count, number}}개만 표시됩니다. 다른 항목은 검색하거나 필터링하세요.',

  'day.title': '시간대별 변경',
  'day.show': '시간대별 변경 표시',
  'day.hide': '시간대별 변경 숨기기',
  'day.earlier': '전날',
  'day.later': '다음 날',
  'day.empty': '이날에는 변경이 없습니다.',
  'day.count_other': '변경 {{count, number}}건',
  'day.hour': '{{from}}~{{to}}',
  'day.bar_other': '{{hour}}: 변경 {{count, number}}건. {{parts}}',
  'day.part': '{{name}}: {{count, number}}건',
  'day.others': '다른 드라이브',

  'row.versions': '버전 기록',
  'row.copy-link': '링크 복사',
  'row.link-copied': '링크가 복사되었습니다',
};
