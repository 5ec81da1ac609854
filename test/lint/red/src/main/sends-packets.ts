// drivebell(one-user) Ask the Net port
import { createSocket } from 'node:dgram';

export const packets = (): unknown => createSocket('udp4');
