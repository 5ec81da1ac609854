import { readyMoments } from '../shared/texts/moments.ts';
import { askBeginning } from './beginning.ts';
import { withEarlyPushes } from './early-pushes.ts';
import { loadTranslate } from './i18n.ts';
import './global.ts';

// All that can be under way, and done, while the window's other code is still coming.

/** Main answers sooner; what takes longer is drawn when it comes. */
const patienceMs = 150;

/** As main has chosen it; it reloads the page where that changes. */
export const startLocale = document.documentElement.lang;

export const startWords = loadTranslate(startLocale);

export const api = withEarlyPushes(window.drivebell);

const patience = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null));
export const startAnswers = Promise.race([askBeginning(api), patience]);

readyMoments(startLocale);
