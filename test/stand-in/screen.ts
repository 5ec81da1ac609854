import { EventEmitter } from 'node:events';
import { lifecycle } from './lifecycle.ts';
import { loud } from './strict.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };

/** One display of ordinary size. */
const display = {
  id: 1,
  label: 'stand-in',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
};

const played = loud(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayNearestPoint: () => display,
    getDisplayMatching: () => display,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  }),
);

export const screen = new Proxy(played, {
  get(target, key, receiver) {
    if (!lifecycle.ready && typeof key === 'string' && key !== 'then') {
      throw new Error("The 'screen' module can't be used before the app 'ready' event");
    }
    return Reflect.get(target, key, receiver) as unknown;
  },
});
