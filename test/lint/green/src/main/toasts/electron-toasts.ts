import { Notification } from 'electron';

export const show = (title: string): void => new Notification({ title }).show();
