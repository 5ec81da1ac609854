// drivebell(one-adapter) Only src/main/secret-file.ts uses safeStorage
import { safeStorage } from 'electron';

export const seal = (text: string): Promise<Buffer> => safeStorage.encryptStringAsync(text);
