import { clipboard } from 'electron';

export const copy = (text: string): Promise<void> => clipboard.writeText(text);
