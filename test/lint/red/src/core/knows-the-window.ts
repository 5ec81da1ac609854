// eslint(no-restricted-imports) core knows neither main nor the window
import { redraw } from '../renderer/redraw.ts';

export const tell = (): void => redraw();
