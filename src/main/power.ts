import { powerMonitor } from 'electron';
import type { Power } from '../core/ports.ts';

export function systemPower(): Power {
  return {
    onResume: (listener) => {
      powerMonitor.on('resume', listener);
      return () => powerMonitor.off('resume', listener);
    },
  };
}
