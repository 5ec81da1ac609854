// drivebell(https-only) without encryption
export const graph = (path: string): string => `http://graph.microsoft.com/${path}`;
