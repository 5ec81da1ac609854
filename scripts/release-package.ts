import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type CliOptions } from 'electron-builder';
import { buildApp } from './support/build.ts';
import { parseOptions } from './support/options.ts';
import { root } from './support/root.ts';
import { otherSecrets, type Signing, signingOf } from './packaging/signing.ts';

/** The packages of a release for this system, signed where the environment says with what. */
parseOptions({});
const signing = signingOf(process.platform, process.env);
for (const name of otherSecrets(signing, process.env)) Reflect.deleteProperty(process.env, name);
console.log(
  signing.kind === 'none' ? 'Nothing to sign with: not signed.' : `Signed: ${signing.kind}.`,
);
tellWorkflow(`signed=${signing.kind !== 'none'}`);

buildApp();
const dir = mkdtempSync(join(tmpdir(), 'drivebell-release-'));
try {
  await build(options(signing));
} finally {
  rmSync(dir, { recursive: true, force: true });
}

function options(how: Signing): CliOptions {
  const both = process.platform === 'darwin' ? { mac: [], x64: true, arm64: true } : {};
  return { projectDir: root, publish: 'never', ...both, config: signed(how) };
}

function signed(how: Signing): NonNullable<CliOptions['config']> {
  if (how.kind === 'none') {
    process.env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false';
    return {};
  }
  // Apple's tool reads its key from a file.
  if (how.kind === 'apple') {
    const path = join(dir, 'api-key.p8');
    writeFileSync(path, how.apiKey, { mode: 0o600 });
    process.env['APPLE_API_KEY'] = path;
  }
  const win = how.kind === 'azure' ? { win: { azureSignOptions: { ...how.options } } } : {};
  return { forceCodeSigning: true, ...win };
}

function tellWorkflow(line: string): void {
  const path = process.env['GITHUB_OUTPUT'];
  if (path) appendFileSync(path, `${line}\n`);
}
