import type { PowerMonitor as ElectronPowerMonitor } from 'electron';
import { strictEmitter } from './strict.ts';

/** Emits nothing by itself; specs emit `suspend` and the rest on it. */
class PowerMonitor
  extends strictEmitter('powerMonitor')
  implements
    Pick<
      ElectronPowerMonitor,
      | 'getSystemIdleState'
      | 'getSystemIdleTime'
      | 'getCurrentThermalState'
      | 'isOnBatteryPower'
      | 'onBatteryPower'
    >
{
  get onBatteryPower(): boolean {
    return this.isOnBatteryPower();
  }

  getSystemIdleState(_idleThreshold: number): 'active' {
    return 'active';
  }

  getSystemIdleTime(): number {
    return 0;
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = new PowerMonitor();
