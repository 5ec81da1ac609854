import type { Translated } from '../translated.ts';
import type { liveness as en } from '../en/liveness.ts';

export const liveness: Translated<'ko', typeof en> = {
  'word.starting': '연결 중',
  'word.live': '실시간',
  'word.polling': '1분마다 확인',
  'word.polling-every_other': '{{count, number}}분마다 확인',
  'word.offline': '오프라인',
  'word.sign-in-needed': '다시 로그인',
  'word.unavailable': '사용할 수 없음',
  'word.paused-until': '{{time}}까지 일시 중지',
  'word.paused': '다시 시작할 때까지 일시 중지',
  'word.quiet-until': '{{time}}까지 방해 금지',
  'word.since': '{{time}}부터',

  'line.with-reason': '{{state}}: {{reason}}',
  'line.no-account': '로그인하지 않음',
  'line.no-drives': '모니터링 중인 드라이브 없음',
  'line.starting_other': '드라이브 {{count, number}}개에 연결 중',
  'line.starting-of': '드라이브 {{all, number}}개 중 {{count, number}}개에 연결 중',
  'line.live_other': '실시간: 드라이브 {{count, number}}개',
  'line.live-of': '실시간: 드라이브 {{all, number}}개 중 {{count, number}}개',
  'line.offline': '{{time}}부터 오프라인',
  'line.all-drives': '드라이브 {{all, number}}개',
  'line.drives-of': '드라이브 {{all, number}}개 중 {{drives, number}}개',
  'line.unavailable_other': '현재 {{drives, 을/를}} 사용할 수 없습니다',

  'your-drives': '내 드라이브',
  'this-drive': '이 드라이브',
  'these-drives': '이 드라이브들',
  'reason.push-not-offered': '현재 {{drive}}에서 실시간 업데이트를 사용할 수 없습니다',
  'reason.push-refused': 'Microsoft에서 {{drive}}의 실시간 업데이트를 거부했습니다',
  'reason.push-lost': '현재 {{drive}}의 실시간 연결이 끊어져 있습니다',
  'reason.push-silent': '더 이상 {{drive}}의 실시간 업데이트가 오지 않습니다',
  'reason.push-unreachable':
    '서버에 연결할 수 없어 {{drive}}의 실시간 업데이트를 받을 수 없습니다. 방화벽이나 프록시가 막고 있을 수 있습니다(*.svc.ms, 포트 443)',
  'reason.too-many-drives':
    '동시에 실시간으로 연결할 수 있는 것보다 많은 드라이브를 모니터링하고 있어 {{drive}}에 사용할 실시간 연결이 없습니다',
  'reason.endpoint-without-url':
    'Microsoft에서 {{drive}}의 실시간 업데이트 주소를 제공하지 않았습니다',
  'reason.endpoint-not-https':
    'Microsoft에서 받은 {{drive}}의 실시간 업데이트 주소가 안전하지 않습니다',
  'reason.endpoint-foreign-host':
    '실시간 업데이트용으로 받은 {{drive}}의 주소가 Microsoft의 주소가 아닙니다',
  'reason.webhook-unreached': 'Microsoft에서 {{drive}}의 웹후크 주소에 연결할 수 없습니다',
  'reason.webhook-refused': 'Microsoft에서 {{drive}}의 웹후크를 설정하지 않았습니다',
  'reason.webhook-not-allowed': 'Microsoft에서 {{drive}}의 웹후크를 허용하지 않습니다',
  'reason.webhook-port-taken': '다른 프로그램이 웹후크의 포트를 사용하고 있습니다',
  'reason.no-network': '네트워크에 연결되어 있지 않습니다',
  'reason.microsoft-down': '현재 Microsoft가 응답하지 않습니다',
  'reason.throttled': 'Microsoft에서 {{drive}}의 확인 횟수를 줄이도록 요청했습니다',
  'reason.unexpected-answer': 'Microsoft가 {{drive}}에 대해 보낸 응답을 이해할 수 없습니다',
  'reason.not-json':
    '이 네트워크에서 Microsoft 대신 다른 서버가 응답하고 있습니다. Wi-Fi에 먼저 로그인해야 할 수 있습니다',
  'reason.delta-without-link': 'Microsoft에서 받은 {{drive}}의 변경 목록이 불완전합니다',
  'reason.signed-out': '로그인이 만료되어 {{drive}}에 연결할 수 없습니다',
  'reason.keys-locked':
    '시스템 키링이 잠겨 있습니다. Drivebell에서 로그인 정보를 읽을 수 있도록 잠금을 해제하세요',
  'reason.client-id-wrong': 'Microsoft에서 이 앱의 클라이언트 ID를 찾을 수 없습니다',
  'reason.no-access': '더 이상 {{drive}}에 액세스할 수 없습니다',
  'reason.drive-gone': 'Microsoft에서 더 이상 {{drive, 을/를}} 찾을 수 없습니다',
  'reason.storage-failed':
    '이 컴퓨터에 {{drive}}의 변경 내용을 저장할 수 없습니다. 디스크가 가득 찼을 수 있습니다',
};
