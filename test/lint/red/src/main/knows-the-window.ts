// eslint(no-restricted-imports) main and the window meet in shared
import { rail } from '../renderer/shell/rail.ts';

export const pages = rail;
