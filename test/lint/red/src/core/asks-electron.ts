// eslint(no-restricted-imports) core is plain Node
import { app } from 'electron';

export const version = (): string => app.getVersion();
