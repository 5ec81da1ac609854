import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

// Chromium's on Linux: nothing vouches for the ciphertext, so a damaged one may decrypt to something else.
const algorithm = 'aes-128-cbc';
const initializationVector = Buffer.alloc(16, ' ');

export function encrypt(text: string, mark: string, password: string): Buffer {
  const cipher = createCipheriv(algorithm, keyOf(password), initializationVector);
  return Buffer.concat([Buffer.from(mark), cipher.update(text, 'utf8'), cipher.final()]);
}

export function decrypt(data: Buffer, passwordOf: (mark: string) => string): string {
  const key = keyOf(passwordOf(data.toString('latin1', 0, 3)));
  const decipher = createDecipheriv(algorithm, key, initializationVector);
  return Buffer.concat([decipher.update(data.subarray(3)), decipher.final()]).toString();
}

function keyOf(password: string): Buffer {
  return createHash('sha256').update(password).digest().subarray(0, 16);
}
