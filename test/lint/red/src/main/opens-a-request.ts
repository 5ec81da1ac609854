// drivebell(one-user) Ask the Net port
import { request } from 'node:https';

export const drives = (): unknown => request('https://graph.microsoft.com/v1.0/drives');
