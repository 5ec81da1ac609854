import { homedir } from 'node:os';
import { app } from 'electron';
import { autostartPath, startableProgram } from '../core/desktop/autostart.ts';
import {
  hiddenSwitch,
  type LoginItem,
  loginItemState,
  settled,
} from '../core/desktop/login-item.ts';
import type { Log } from '../core/ports.ts';
import { AutostartFile } from './autostart-file.ts';

export interface LoginItemParts {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  readonly log: Log;
}

/** How this system starts the app when the person signs in. */
export function systemLoginItem(parts: LoginItemParts): LoginItem {
  const { platform, isPackaged, environment, execPath, log } = parts;
  if (!isPackaged) return notInstalled;
  if (platform !== 'linux') return electronsLoginItem(platform);
  return new AutostartFile(
    autostartPath(environment, homedir(), 'drivebell.desktop'),
    startableProgram(environment, execPath),
    log,
  );
}

/** On macOS the arguments are of no use: this says that the system, not the person, has started the app. */
export function wasOpenedAtLogin(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

// What would be registered is the development tool, not the app.
const notInstalled: LoginItem = {
  state: () => 'not-installed',
  set: () => ({ ok: false, code: 'login-item-failed' }),
};

function electronsLoginItem(platform: NodeJS.Platform): LoginItem {
  // Windows compares the arguments: asked with others, it would not know its own entry again.
  const args = [hiddenSwitch];
  const state = (): ReturnType<LoginItem['state']> =>
    loginItemState(platform, app.getLoginItemSettings({ args }));
  return {
    state,
    set: (wanted) => {
      app.setLoginItemSettings({ openAtLogin: wanted, args });
      return settled(wanted, state());
    },
  };
}
