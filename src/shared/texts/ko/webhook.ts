import type { Translated } from '../translated.ts';
import type { webhook as en } from '../en/webhook.ts';

export const webhook: Translated<'ko', typeof en> = {
  'webhook.title': '웹후크',
  'webhook.note':
    '이 컴퓨터로 연결되는 공개 HTTPS 주소가 있는 경우에 사용합니다. 실시간 업데이트를 사용할 수 없을 때 변경 후 몇 분 안에 Microsoft가 이 주소로 알립니다.',
  'webhook.set-up': '내 주소 사용',
  'webhook.address': '공개 주소',
  'webhook.address.note': '리버스 프록시나 터널을 통해 아래 포트로 연결되어야 합니다.',
  'webhook.port': '이 컴퓨터의 포트',
  'webhook.port-wrong': '{{least}}에서 {{most}} 사이의 숫자',
  'webhook.use': '사용 대상',
  'webhook.use.fallback': '실시간 업데이트가 없는 드라이브',
  'webhook.use.all': '모든 드라이브',
  'webhook.save': '저장',
  'webhook.saved': '저장했습니다',
  'webhook.turn-off': '끄기',
  'webhook.turned-off': '껐습니다',
  'webhook.off': '꺼져 있습니다. 주소를 저장하면 켜집니다.',
  'webhook.check': '주소 확인',
  'webhook.check.ours': '{{address}} 주소가 Drivebell로 연결됩니다.',
  'webhook.check.other':
    'Microsoft에서 {{address}} 주소로 Drivebell에 연결할 수 없습니다. 다른 서버가 응답합니다.',
  'webhook.check.silent':
    'Microsoft에서 {{address}} 주소에 연결할 수 없습니다. 응답이 없거나 다른 곳으로 리디렉션됩니다.',
  'webhook.check.answer': 'Microsoft에서 {{address}} 주소에 연결할 수 없습니다. 응답: {{status}}.',
  'webhook.check.port-taken': '다른 프로그램이 포트 {{port}}번을 사용하고 있습니다.',
  'webhook.state.off': '꺼져 있습니다.',
  'webhook.state.opening': '수신을 준비하고 있습니다.',
  'webhook.state.listening_other': '수신 대기 중이며 구독이 {{count, number}}개 있습니다.',
  'webhook.last': 'Microsoft의 마지막 호출: {{time}}.',
  'webhook.never': '아직 Microsoft의 호출이 없습니다.',
  'webhook.ignored_other': '구독의 비밀 값이 없는 호출 {{count, number}}건을 무시했습니다.',
  'diagnostics.webhook': '마지막 웹후크 호출',
  'diagnostics.webhook.ignored': '{{time}}, 무시됨: {{count, number}}건',
  'drives.by-webhook': '웹후크로 알림 받기',
  'drives.by-push': '실시간 업데이트로 알림 받기',
  'drives.woken-by-webhook': '이제 {{drive}}의 변경을 웹후크로 받습니다',
  'drives.woken-by-push': '이제 {{drive}}의 변경을 실시간 업데이트로 받습니다',
};
