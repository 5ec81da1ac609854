// drivebell(one-adapter) Only src/main/power.ts uses powerMonitor
import { powerMonitor } from 'electron';

export const use = (): unknown => powerMonitor.getSystemIdleTime();
