// drivebell(one-user) Ask the Net port
export const late = (): Promise<unknown> => import('node:http');
