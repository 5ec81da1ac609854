import type { Translated } from '../translated.ts';
import type { failures as en } from '../en/failures.ts';

export const failures: Translated<'ko', typeof en> = {
  'sign-in.cancelled': '로그인이 취소되었습니다.',
  'sign-in.timed-out': '로그인이 너무 오래 걸려 중단되었습니다.',
  'sign-in.no-network': '네트워크에 연결되어 있지 않습니다. 인터넷에 연결한 후 다시 시도하세요.',
  'sign-in.microsoft-down': '현재 Microsoft가 응답하지 않습니다. 몇 분 후 다시 시도하세요.',
  'sign-in.code-expired': '코드가 만료되었습니다. 다시 시도하여 새 코드를 받으세요.',
  'sign-in.code-refused':
    'Microsoft에서 이 로그인 방법을 거부했습니다. 조직에서 코드 로그인을 허용하지 않을 수 있습니다. 브라우저에서 로그인하세요.',
  'sign-in.client-id-wrong':
    'Microsoft에서 이 Drivebell의 클라이언트 ID를 찾을 수 없습니다. 직접 입력했다면 앱의 개요 페이지에 있는 ID와 비교하세요.',
  'sign-in.client-id-missing':
    '이 Drivebell에는 이 클라우드용 클라이언트 ID가 없어 로그인할 수 없습니다.',
  'sign-in.client-audience-wrong':
    '앱 등록에서 이 유형의 계정을 허용하지 않습니다. 지원되는 계정 유형에 사용 중인 계정의 유형이 포함되어야 합니다.',
  'sign-in.client-not-public':
    '앱 등록이 데스크톱 앱용으로 설정되어 있지 않습니다. 플랫폼은 ‘모바일 및 데스크톱 애플리케이션’이어야 하고 퍼블릭 클라이언트 흐름이 허용되어야 합니다.',
  'sign-in.declined':
    '드라이브 읽기 권한이 거부되었습니다. Drivebell을 사용하려면 이 권한이 필요합니다.',
  'sign-in.other-account': '다른 계정입니다. 모니터링할 드라이브가 있는 계정을 선택하세요.',
  'sign-in.needs-administrator': '조직에서 먼저 관리자가 Drivebell을 승인해야 합니다.',
  'sign-in.browser-did-not-open': '브라우저가 열리지 않았습니다. 기본 브라우저를 확인하세요.',
  'sign-in.not-kept': '로그인 정보를 저장할 수 없습니다. 디스크가 가득 찼을 수 있습니다.',
  'sign-in.ended': '로그인이 만료되었습니다.',
  'sign-in.unexpected-answer': 'Microsoft의 응답을 이해할 수 없습니다. 다시 시도하세요.',

  'failure.bad-request': 'Drivebell이 이 요청을 이해하지 못했습니다.',
  'failure.not-trusted': 'Drivebell 창에서 보낸 요청이 아니므로 거부되었습니다.',
  'failure.too-many-rules': '규칙이 너무 많습니다. 먼저 일부를 제거하세요.',
  'failure.program-not-runnable':
    '이 파일은 실행할 수 없습니다. 실행 가능으로 표시된 프로그램이나 스크립트를 선택하세요.',
  'failure.address-not-local':
    '이 컴퓨터의 주소가 아닙니다. http://localhost:8080/changes와 같은 형식이어야 합니다.',
  'failure.address-not-public':
    'Microsoft에서 연결할 수 없는 주소입니다. 올바른 주소는 https://bell.example.com/drivebell과 같은 형식입니다.',
  'failure.not-found': '이 항목은 더 이상 존재하지 않습니다.',
  'failure.link-not-allowed': 'Microsoft로 연결되지 않는 링크이므로 열지 않았습니다.',
  'failure.client-id-malformed':
    '클라이언트 ID가 아닙니다. 00000000-0000-0000-0000-000000000000과 같은 형식이어야 합니다.',
  'failure.login-item-failed':
    '시스템에서 로그인 시 시작되는 항목을 변경하지 못했습니다. 다시 시도하세요.',
  'failure.shortcut-unusable':
    '이 키는 사용할 수 없습니다. Ctrl, Alt 또는 시스템 키를 누른 채 문자, 숫자 또는 기능 키를 누르세요.',
  'failure.shortcut-taken':
    '다른 프로그램에서 이 키를 사용하고 있습니다. 바로 가기 키는 그대로 유지됩니다.',
  'failure.file-not-written': '파일을 쓸 수 없습니다. 다른 위치를 선택하세요.',
  'failure.file-not-read': '파일을 읽을 수 없습니다.',
  'failure.file-not-settings':
    '이 파일에는 Drivebell 설정이 없거나 더 최신 버전의 설정이 들어 있습니다. 변경된 내용은 없습니다.',
  'failure.try-out-failed':
    '체험판을 시작할 수 없습니다. Drivebell 폴더에서 ‘npm run demo’를 실행하세요.',
  'failure.copy-failed': '시스템에서 텍스트를 복사하지 못했습니다. 다시 시도하세요.',
  'failure.busy': 'Drivebell이 아직 이전 요청을 처리하고 있습니다. 잠시 후 다시 시도하세요.',
  'failure.internal': '작업을 완료하지 못했습니다. 다시 발생하면 Drivebell을 다시 시작하세요.',

  'trouble.tokens-not-saved':
    '이 컴퓨터에 로그인 정보를 저장할 수 없습니다. 저장할 수 있을 때까지 Drivebell을 다시 시작할 때마다 로그인해야 합니다.',
  'trouble.tokens-weak-storage':
    '이 시스템에는 로그인 정보를 안전하게 보관할 키링이 없으므로 Drivebell을 다시 시작하면 다시 로그인해야 합니다.',
  'trouble.tokens-restored':
    '로그인 정보 파일이 손상되었습니다. 손상된 파일을 따로 보관하고 마지막 정상 복사본을 사용합니다.',
  'trouble.tokens-lost': '로그인 정보 파일이 손상되어 따로 보관했습니다. 다시 로그인하세요.',
  'trouble.tokens-key-changed':
    '시스템에서 이제 다른 키링을 사용하므로 저장된 로그인 정보를 열 수 없습니다. 다시 로그인하세요.',
  'trouble.clock-wrong':
    '이 컴퓨터의 시계가 5분 이상 맞지 않습니다. 시계를 맞추지 않으면 로그인하지 못할 수 있습니다.',
  'trouble.notifications-failed.linux':
    '데스크톱에서 마지막 알림을 표시하지 못했습니다. 데스크톱의 알림 설정에서 Drivebell을 확인하세요.',
  'trouble.notifications-failed.windows':
    'Windows에서 마지막 알림을 표시하지 못했습니다. 설정 › 시스템 › 알림에서 Drivebell을 켜고, ‘방해 금지’ 또는 집중 세션이 알림을 막고 있는지 확인하세요.',
  'trouble.notifications-failed.mac':
    'macOS에서 마지막 알림을 표시하지 못했습니다. 시스템 설정 › 알림에서 Drivebell을 허용하세요.',
  'trouble.notifications-unsupported.linux':
    '이 데스크톱에서 실행 중인 알림 서비스가 없습니다. 데스크톱의 알림 서비스를 시작하거나 dunst, mako 등을 설치하세요. 그때까지 변경 내용은 이 목록과 시스템 트레이에만 표시됩니다.',
  'trouble.notifications-unsupported.windows':
    'Windows에서 알림을 사용할 수 없습니다. 설정 › 시스템 › 알림을 확인하세요. 그때까지 변경 내용은 이 목록과 시스템 트레이에만 표시됩니다.',
  'trouble.notifications-unsupported.mac':
    'macOS에서 알림을 사용할 수 없습니다. 시스템 설정 › 알림을 확인하세요. 그때까지 변경 내용은 이 목록과 메뉴 막대에만 표시됩니다.',
  'trouble.tray-missing':
    '데스크톱에 트레이 아이콘이 표시되지 않습니다. GNOME에서는 AppIndicator 확장을 설치하세요. 그때까지 이 창이 필요하면 Drivebell을 다시 실행하세요.',
  'trouble.config-set-aside':
    '설정 파일이 손상되었습니다. 손상된 파일을 따로 보관하고 마지막 정상 복사본을 사용합니다.',
  'trouble.config-lost': '설정 파일이 손상되어 따로 보관했습니다. Drivebell을 다시 설정하세요.',
  'trouble.shortcut-taken':
    '다른 프로그램에서 Drivebell을 여는 키를 사용하고 있습니다. 설정에서 다른 키를 선택하세요.',
  'trouble.config-in-part':
    '설정 파일의 일부가 손상되어 제외되었습니다. 복사본은 보관되어 있습니다. 드라이브와 규칙을 확인하세요.',
  'trouble.database-set-aside':
    '활동 파일이 손상되어 따로 보관했습니다. 드라이브에 있는 항목의 이름을 다시 읽고 있습니다.',
};
