import type { Translated } from '../translated.ts';
import type { about as en } from '../en/about.ts';

export const about: Translated<'ko', typeof en> = {
  'about.licence': 'MIT 라이선스를 따르는 자유 소프트웨어입니다.',
  'about.licences': '타사 라이선스…',
  'licences.title': '타사 라이선스',
  'licences.note': 'Drivebell 자체에는 다음 라이선스를 따르는 타사 소프트웨어가 포함되어 있습니다.',
  'licences.chromium':
    'Drivebell은 Chromium이 포함된 Electron에서 실행됩니다. Chromium의 구성 요소와 라이선스는 프로그램과 같은 위치에 있는 파일에 나와 있습니다.',
  'licences.chromium.show': '파일 표시',
  'licences.close': '닫기',
};
