// drivebell(one-user) Ask the Net port
import { request } from 'undici';

export const ask = request;
