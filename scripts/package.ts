import { buildApp } from './support/build.ts';
import { hasElectron } from './support/host.ts';
import { runTool } from './support/tool.ts';

/** `npm run package`: electron-builder, with its own switches, where Electron can be had; elsewhere what would be packed is checked. */
buildApp();
if (hasElectron()) {
  const given = process.argv.slice(2);
  // Left alone, it would publish what is built for a tag.
  const publish = given.includes('--publish') ? [] : ['--publish', 'never'];
  process.exitCode = runTool('electron-builder', [...publish, ...given]);
} else {
  console.log(
    "Electron's binary cannot be had here: nothing is packaged. What would be packed is checked around a placeholder.",
  );
  process.exitCode = runTool('vitest', ['run', '--project', 'node', 'test/packaging']);
}
