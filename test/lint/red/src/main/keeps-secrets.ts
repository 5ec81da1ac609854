// drivebell(one-adapter) Only src/main/key-store.ts uses safeStorage
import { safeStorage } from 'electron';

export const seal = (text: string): Promise<Buffer> => safeStorage.encryptStringAsync(text);
