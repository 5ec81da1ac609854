export const redirect = 'http://localhost';
export const local = (port: number): string => `http://127.0.0.1:${port}/`;
