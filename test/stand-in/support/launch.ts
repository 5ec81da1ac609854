import { _electron, type ElectronApplication } from '@playwright/test';
import { fixture, launcher, temporaryFolder } from './run-fixture.ts';

/** Playwright's own way to an Electron app, pointed at the stand-in. */
export async function launch(
  name: string,
  args: readonly string[] = [],
): Promise<{ app: ElectronApplication; close: () => Promise<void> }> {
  const userData = temporaryFolder();
  const app = await _electron.launch({
    executablePath: launcher,
    args: [...args, fixture(name), `--user-data-dir=${userData.path}`],
    colorScheme: null,
  });
  return {
    app,
    async close() {
      await app.close();
      userData[Symbol.dispose]();
    },
  };
}
