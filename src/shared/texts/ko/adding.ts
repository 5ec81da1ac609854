import type { Translated } from '../translated.ts';
import type { adding as en } from '../en/adding.ts';

export const adding: Translated<'ko', typeof en> = {
  'find.link-malformed':
    '링크가 아닙니다. https://로 시작하고 파일, 폴더 또는 라이브러리로 연결되는 링크를 붙여 넣으세요.',
  'find.link-foreign': '이 링크는 OneDrive나 SharePoint로 연결되지 않습니다.',
  'find.link-other-cloud':
    '이 링크는 다른 Microsoft 클라우드로 연결됩니다. 해당 클라우드의 계정을 선택하세요.',
  'find.link-not-found':
    '이 링크에서 아무것도 찾지 못했습니다. 링크가 불완전하거나 대상이 더 이상 존재하지 않을 수 있습니다.',
  'find.link-no-access':
    '이 링크에 대한 권한이 없습니다. 브라우저에서 한 번 연 다음 여기에 다시 붙여 넣으세요. 그래도 되지 않으면 소유자에게 문의하세요.',
  'find.not-for-personal':
    '사이트, 팀과 해당 라이브러리는 회사 및 학교 계정에서 사용할 수 있습니다. 이 계정은 개인 계정입니다.',
  'find.drive-not-shared':
    '이 항목은 열 수 있지만 항목이 있는 드라이브에는 액세스할 수 없어 Drivebell에서 모니터링할 수 없습니다.',
  'find.needs-shared':
    'Microsoft에서 나와 공유된 파일을 읽는 권한을 요청합니다. Drivebell은 읽기만 합니다.',
  'find.needs-sites':
    'Microsoft에서 나와 공유된 사이트와 파일을 읽는 권한을 요청합니다. Drivebell은 읽기만 합니다.',
  'find.may-not-see': '이 항목을 볼 권한이 없습니다.',
  'find.given-up': '새로운 요청이 있어 이 작업을 중단했습니다.',
  'find.throttled':
    'Microsoft에서 Drivebell에 잠시 기다리도록 요청했습니다. 잠시 후 다시 시도하세요.',

  'find.ways': '찾을 위치',
  'find.way.own': '내 드라이브',
  'find.way.sites': '사이트',
  'find.way.groups': '팀 및 그룹',
  'find.way.link': '링크 붙여넣기',
  'find.account': '계정',
  'find.search': '이름으로 사이트 검색',
  'find.link': '파일, 폴더 또는 라이브러리의 링크',
  'find.link-note': '브라우저의 주소 표시줄이나 ‘링크 복사’에서 가져온 링크입니다.',
  'find.look-up': '찾기',

  'find.wait.followed-sites': '팔로우하는 사이트를 찾는 중…',
  'find.wait.sites': '이름이 ‘{{text}}’인 사이트를 찾는 중…',
  'find.wait.groups': '내 팀과 그룹을 찾는 중…',
  'find.wait.libraries': '{{name}}의 라이브러리를 찾는 중…',
  'find.wait.inside': '{{name}}의 내용을 찾는 중…',
  'find.wait.link': '링크의 대상을 찾는 중…',
  'find.wait.more': '더 찾는 중…',

  'find.list': '찾은 항목',
  'find.keys':
    '화살표 키로 이동하고, 스페이스바로 선택하고, Enter 키로 열고, 백스페이스 키로 돌아갑니다.',
  'find.keys-short': '화살표 키로 이동하고 스페이스바로 선택합니다.',
  'find.trail': '현재 위치',
  'find.browse': '{{name}} 찾아보기',
  'find.more': '더 보기',
  'find.found_other': '{{count, number}}개 찾음',

  'find.none.followed-sites': '아직 팔로우하는 사이트가 없습니다. 이름으로 사이트를 검색하세요.',
  'find.none.sites': '이름이 ‘{{text}}’인 사이트가 없습니다.',
  'find.none.groups': '파일이 있는 팀이나 그룹에 속해 있지 않습니다.',
  'find.none.libraries': '볼 수 있는 라이브러리가 없습니다.',
  'find.none.inside': '비어 있습니다.',
  'find.none.yet': '이 페이지에는 선택할 수 있는 항목이 없습니다. 다음 페이지에 더 있습니다.',
  'find.nameless_other':
    'Microsoft에서 내 그룹 중 {{count, number}}개의 이름을 Drivebell에 알려 주지 않습니다. 대신 그룹의 사이트를 검색하세요.',

  'find.allow': 'Microsoft에 권한 요청',
  'find.back': '뒤로',
  'find.search-sites': '사이트 검색',
  'find.show-followed': '팔로우하는 사이트 표시',
  'find.chosen': '선택한 항목: {{names}}',
  'find.watch_other': '항목 {{count, number}}개 모니터링',
};
