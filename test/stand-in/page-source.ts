import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

const read = new Map<string, string>();

/** Code for the page, from a file that imports only types: types and exports are taken away. */
export function pageSource(file: string): string {
  const known = read.get(file);
  if (known !== undefined) return known;
  const emitWarning = process.emitWarning.bind(process);
  // Node calls the function experimental, which is no concern of the app that runs here.
  process.emitWarning = () => {};
  try {
    const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    const script = stripTypeScriptTypes(source).replaceAll(/^export /gm, '');
    read.set(file, script);
    return script;
  } finally {
    process.emitWarning = emitWarning;
  }
}
