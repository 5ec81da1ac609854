// drivebell(one-user) Ask the Net port
export { request } from 'node:http2';
