import { net } from 'electron';

export const get = (url: string): Promise<Response> => net.fetch(url);
