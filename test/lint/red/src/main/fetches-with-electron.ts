// drivebell(one-adapter) Only src/main/net.ts uses net
import { net } from 'electron';

export const drives = (): Promise<Response> =>
  net.fetch('https://graph.microsoft.com/v1.0/drives');
