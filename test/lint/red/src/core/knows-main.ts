// eslint(no-restricted-imports) core knows neither main nor the window
import { showToast } from '../main/toasts/toasts.ts';

export const tell = (): void => showToast('Budget.xlsx');
