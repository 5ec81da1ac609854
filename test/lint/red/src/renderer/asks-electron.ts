// eslint(no-restricted-imports) The window has no Node and no Electron
import { ipcRenderer } from 'electron';

export const ask = ipcRenderer;
