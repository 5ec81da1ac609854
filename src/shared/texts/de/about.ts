import type { Translated } from '../translated.ts';
import type { about as en } from '../en/about.ts';

export const about: Translated<'de', typeof en> = {
  'about.licence': 'Freie Software unter der MIT-Lizenz.',
  'about.licences': 'Lizenzen Dritter …',
  'licences.title': 'Lizenzen Dritter',
  'licences.note': 'Drivebell selbst enthält die Arbeit anderer, unter diesen Lizenzen.',
  'licences.chromium':
    'Drivebell läuft auf Electron, und darin steckt Chromium. Woraus Chromium besteht und unter welchen Lizenzen, steht in einer Datei neben dem Programm.',
  'licences.chromium.show': 'Datei zeigen',
  'licences.close': 'Schließen',
};
