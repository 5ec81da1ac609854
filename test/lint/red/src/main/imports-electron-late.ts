// drivebell(one-adapter) Import electron's parts by name
export const late = (): Promise<unknown> => import('electron');
