import { contextBridge, ipcRenderer } from 'electron';
import { states } from '../shared/state.ts';

contextBridge.exposeInMainWorld('drivebell', {
  states,
  ask: (): Promise<unknown> => ipcRenderer.invoke('drivebell:ping'),
});
