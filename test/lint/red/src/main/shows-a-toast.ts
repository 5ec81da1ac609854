// drivebell(one-adapter) Only src/main/notifier.ts uses Notification
import { Notification } from 'electron';

export const show = (title: string): void => new Notification({ title }).show();
