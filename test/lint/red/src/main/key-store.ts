// eslint(no-restricted-properties) Secrets are never stored in the clear
import { safeStorage } from 'electron';

export const weaken = (): void => safeStorage.setUsePlainTextEncryption(true);
