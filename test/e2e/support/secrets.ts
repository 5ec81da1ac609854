import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientInfo } from '../../simulator/entra/id-token.ts';
import type { Simulator } from '../../simulator/simulator.ts';

const shapes = /eyJ[\w-]+\.|notifications\?token|applicationId=|code_verifier|Bearer /g;

/** What of a text must never be written down or said: tokens, codes and push addresses, by value and by shape. */
export function secretsIn(text: string, { entra, accounts }: Simulator): readonly string[] {
  const known = [...entra.secrets, clientInfo(accounts.work)];
  return [...known.filter((secret) => text.includes(secret)), ...(text.match(shapes) ?? [])];
}

/** All that a run has logged below its folder. */
export function logged(dir: string): string {
  const logs = join(dir, 'logs');
  const names = existsSync(logs) ? readdirSync(logs) : [];
  return names.map((name) => readFileSync(join(logs, name), 'utf8')).join('\n');
}
