import { safeStorage } from 'electron';

export const seal = (text: string): Promise<Buffer> => safeStorage.encryptStringAsync(text);
