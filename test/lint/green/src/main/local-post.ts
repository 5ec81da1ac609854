import { request } from 'node:http';

export const post = (): unknown => request('http://127.0.0.1:1001/');
