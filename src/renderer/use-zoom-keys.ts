import { useLayoutEffect } from 'react';
import type { Api } from '../shared/ipc.ts';
import type { ZoomStep } from '../shared/look.ts';
import { settled } from './shell/failure.tsx';

/** As browsers have it; on most systems the app has no menu that would know these keys. */
const steps: Readonly<Record<string, ZoomStep>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'reset',
};

/** A notch of a wheel is more than this in one event; two fingers on a pad make many small ones. */
const stepTurn = 40;

export function useZoomKeys(api: Api): void {
  // With the first drawing: what is seen can be zoomed.
  useLayoutEffect(() => {
    const zoom = (step: ZoomStep): void => void settled(api.zoom(step));
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      const step = steps[key];
      // A field for keys has taken them already.
      if (!step || defaultPrevented || altKey || !(ctrlKey || metaKey)) return;
      event.preventDefault();
      zoom(step);
    };
    let turned = 0;
    const onWheel = (event: WheelEvent): void => {
      const { ctrlKey, deltaY, deltaMode } = event;
      if (!ctrlKey || deltaY === 0) return;
      event.preventDefault();
      const turn = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : Math.sign(deltaY) * stepTurn;
      turned = (Math.sign(turned) === Math.sign(turn) ? turned : 0) + turn;
      if (Math.abs(turned) < stepTurn) return;
      zoom(turned < 0 ? 'in' : 'out');
      turned = 0;
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('wheel', onWheel);
    };
  }, [api]);
}
