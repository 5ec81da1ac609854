// eslint(no-restricted-imports) preload knows electron and shared only
import { Store } from 'electron-store';

export const store = Store;
