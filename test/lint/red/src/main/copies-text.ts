// drivebell(one-adapter) Only src/main/clipboard.ts uses clipboard
import { clipboard } from 'electron';

export const copy = (text: string): Promise<void> => clipboard.writeText(text);
