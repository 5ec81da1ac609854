// eslint(no-restricted-imports) core knows neither main nor the window
import { one } from '../preload/one.ts';

export const first = one;
