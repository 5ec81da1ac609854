// drivebell(one-user) Ask the Net port
import { WebSocket } from 'ws';

export const socket = WebSocket;
