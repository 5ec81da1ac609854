// eslint(no-restricted-imports) preload knows electron and shared only
import { io } from 'engine.io-client';

export const connect = io;
