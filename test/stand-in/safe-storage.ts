import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { commandLine } from './command-line.ts';
import { lifecycle } from './lifecycle.ts';
import { loud } from './strict.ts';

/** Chromium's own scheme on Linux: `v10` under a password everyone knows, `v11` under the keyring's. */
const passwords = { v10: 'peanuts', v11: 'kept by the stand-in keyring' };
type Version = keyof typeof passwords;

const backends: Record<string, string> = {
  basic: 'basic_text',
  'gnome-libsecret': 'gnome_libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
};

const initializationVector = Buffer.alloc(16, ' ');
const keyOf = (version: Version): Buffer =>
  pbkdf2Sync(passwords[version], 'saltysalt', 1, 16, 'sha1');

const backend = (): string =>
  backends[commandLine.getSwitchValue('password-store')] ?? 'gnome_libsecret';

const current = (): Version =>
  process.platform === 'linux' && backend() !== 'basic_text' ? 'v11' : 'v10';

function encrypt(text: string): Buffer {
  const cipher = createCipheriv('aes-128-cbc', keyOf(current()), initializationVector);
  return Buffer.concat([Buffer.from(current()), cipher.update(text, 'utf8'), cipher.final()]);
}

function decrypt(bytes: Buffer): { shouldReEncrypt: boolean; result: string } {
  const version = bytes.toString('latin1', 0, 3);
  const readable = version === 'v10' || (version === 'v11' && current() === 'v11');
  try {
    if (!readable) throw new Error('no such key');
    const decipher = createDecipheriv('aes-128-cbc', keyOf(version), initializationVector);
    const plain = Buffer.concat([decipher.update(bytes.subarray(3)), decipher.final()]);
    return { shouldReEncrypt: version !== current(), result: plain.toString('utf8') };
  } catch {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
    );
  }
}

function checkReady(): void {
  if (!lifecycle.ready) throw new Error('safeStorage cannot be used before app is ready');
}

/** Deprecated in 45 and gone in 46: using them is a mistake the stand-in does not let pass. */
const banned = (name: string) => (): never => {
  throw new Error(`stand-in: safeStorage.${name} is banned; use the asynchronous functions`);
};

const storage = {
  isEncryptionAvailable: banned('isEncryptionAvailable'),
  encryptString: banned('encryptString'),
  decryptString: banned('decryptString'),
  // Says nothing of how good the key is, exactly as in Electron.
  isAsyncEncryptionAvailable: async () => lifecycle.ready,
  encryptStringAsync: async (text: string) => {
    checkReady();
    return encrypt(text);
  },
  decryptStringAsync: async (bytes: Buffer) => {
    checkReady();
    if (!ArrayBuffer.isView(bytes)) {
      throw new Error('Expected the first argument of decryptStringAsync() to be a buffer');
    }
    if (bytes.length === 0) return { shouldReEncrypt: false, result: '' };
    return decrypt(Buffer.from(bytes));
  },
  setUsePlainTextEncryption: (_use: boolean) => {},
};

const linuxOnly = {
  getSelectedStorageBackend: () => (lifecycle.ready ? backend() : 'unknown'),
};

export const safeStorage = loud(
  'safeStorage',
  process.platform === 'linux' ? { ...storage, ...linuxOnly } : storage,
  Object.keys(linuxOnly),
);
