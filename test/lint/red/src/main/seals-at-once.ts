// typescript(no-deprecated) isEncryptionAvailable
import type { SafeStorage } from 'electron';

export const canSeal = (safe: SafeStorage): boolean => safe.isEncryptionAvailable();
