// drivebell(one-user) Nobody looks into a running Drivebell
import { open } from 'node:inspector';

export const look = (): void => void open(9229);
