import { powerMonitor } from 'electron';
import type { Power } from '../core/ports.ts';

export function systemPower(): Power {
  return {
    onResume: (listener) => {
      powerMonitor.on('resume', listener);
      // Linux has none; listening harms nothing there.
      powerMonitor.on('unlock-screen', listener);
      return () => {
        powerMonitor.off('resume', listener);
        powerMonitor.off('unlock-screen', listener);
      };
    },
    idleMs: () => powerMonitor.getSystemIdleTime() * 1000,
  };
}
