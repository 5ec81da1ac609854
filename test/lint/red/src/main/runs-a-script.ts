// drivebell(one-user) The app runs its own code only
import { runInNewContext } from 'node:vm';

export const run = (script: string): unknown => runInNewContext(script);
