import { contextBridge, ipcRenderer } from 'electron';
import { type Api, channelOf, requestNames } from '../shared/ipc.ts';

const requests = Object.fromEntries(
  requestNames.map((name) => [
    name,
    (...args: unknown[]) => ipcRenderer.invoke(channelOf(name), ...args),
  ]),
);

const on: Api['on'] = (push, listener) => {
  const relay = (_event: unknown, value: Parameters<typeof listener>[0]): void => listener(value);
  ipcRenderer.on(channelOf(push), relay);
  return () => ipcRenderer.off(channelOf(push), relay);
};

contextBridge.exposeInMainWorld('drivebell', { ...requests, on });
