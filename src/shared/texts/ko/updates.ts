import type { updates as english } from '../en/updates.ts';
import type { Translated } from '../translated.ts';

export const updates: Translated<'ko', typeof english> = {
  'updates.title': '업데이트',
  'updates.not-looked': 'Drivebell {{version}}에서 하루에 한 번 새 버전을 확인합니다.',
  'updates.none': 'Drivebell {{version, 이/가}} 최신 버전입니다. 마지막 확인: {{time}}',
  'updates.looking': '새 버전을 확인하는 중…',
  'updates.found': 'Drivebell {{version, 을/를}} 사용할 수 있습니다.',
  'updates.downloading': 'Drivebell {{version}} 다운로드 중: {{share, number(style: percent)}}',
  'updates.ready':
    'Drivebell {{version, 이/가}} 준비되었습니다. 설치하려면 ‘다시 시작하여 업데이트’를 선택하세요.',
  'updates.ready-by-itself':
    'Drivebell {{version, 이/가}} 준비되었습니다. 자리를 비운 동안 설치되며, ‘다시 시작하여 업데이트’를 선택하면 바로 설치됩니다.',
  'updates.installing': 'Drivebell {{version}} 설치 중…',
  'updates.bar': 'Drivebell {{version, 이/가}} 준비되었습니다.',
  'updates.look': '지금 확인',
  'updates.download': '다운로드',
  'updates.restart': '다시 시작하여 업데이트',
  'updates.releases': '릴리스 페이지 열기',
  'updates.by-itself': 'Drivebell 자동 업데이트',
  'updates.by-itself.note':
    '새 버전은 자동으로 다운로드되며, 이 창이 닫혀 있고 15분 동안 자리를 비우면 설치됩니다.',

  'updates.elsewhere.deb':
    '이 Drivebell은 deb 패키지로 설치되어 스스로 업데이트하지 않습니다. 릴리스 페이지에서 새 버전을 받아 같은 방법으로 설치하세요.',
  'updates.elsewhere.rpm':
    '이 Drivebell은 rpm 패키지로 설치되어 스스로 업데이트하지 않습니다. 릴리스 페이지에서 새 버전을 받아 같은 방법으로 설치하세요.',
  'updates.elsewhere.other-package':
    '이 Drivebell은 시스템의 패키지 관리자로 설치되었으며, 새 버전도 그곳에서 제공됩니다.',
  'updates.elsewhere.archive':
    '이 Drivebell은 압축 파일을 풀어 사용하고 있어 스스로 업데이트하지 않습니다. 릴리스 페이지에서 새 버전을 받으세요.',
  'updates.elsewhere.development':
    '이 Drivebell은 소스 코드에서 실행되며 소스 코드와 함께 업데이트됩니다.',

  'updates.failed.no-network':
    '릴리스 페이지에 연결할 수 없습니다. Drivebell에서 자동으로 다시 시도합니다.',
  'updates.failed.too-slow':
    '릴리스 페이지에서 너무 오래 응답하지 않았습니다. Drivebell에서 자동으로 다시 시도합니다.',
  'updates.failed.server-down':
    '릴리스 페이지가 지금 응답하지 않습니다. Drivebell에서 자동으로 다시 시도합니다.',
  'updates.failed.feed-unreadable': '버전 목록을 이해할 수 없습니다.',
  'updates.failed.feed-foreign':
    '버전 목록이 Drivebell과 관계없는 곳으로 연결되었습니다. 그곳에서는 아무것도 다운로드하지 않았습니다.',
  'updates.failed.older': '제공된 버전이 현재 버전보다 오래되어 설치하지 않았습니다.',
  'updates.failed.prerelease': '제공된 버전이 시험 버전이어서 설치하지 않았습니다.',
  'updates.failed.damaged':
    '다운로드한 파일이 게시된 파일과 다릅니다. 삭제했으며 설치하지 않았습니다.',
  'updates.failed.not-signed':
    '새 버전의 서명을 확인할 수 없습니다. 삭제했으며 설치하지 않았습니다.',
  'updates.failed.not-written':
    '새 버전을 저장할 수 없습니다. 디스크가 가득 찼거나 폴더에 쓸 수 없는 상태일 수 있습니다.',
  'updates.failed.not-installed': '새 버전을 설치할 수 없습니다. 대신 릴리스 페이지에서 받으세요.',
  'updates.failed.internal': '업데이트하지 못했습니다. 릴리스 페이지에서 새 버전을 받으세요.',
};
