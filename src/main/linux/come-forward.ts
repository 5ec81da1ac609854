import { spawn } from 'node:child_process';

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * On Wayland only somebody with a token may raise a window, and Electron has no call that takes one:
 * it hands on the token of a second launch to the first (shell/browser/api/electron_api_app.cc,
 * `RequestSingleInstanceLock`). So we launch ourselves again with it. Null: no such thing is needed.
 */
export function launchWith(token: string | null, own: Launch): Launch | null {
  const { command, args, environment } = own;
  if (token === null || token === '' || !environment['WAYLAND_DISPLAY']) return null;
  return {
    command,
    args: args.filter((argument) => argument !== '--hidden'),
    environment: { ...environment, XDG_ACTIVATION_TOKEN: token },
  };
}

/** Raises the window; `show` does it where no token is needed, or nothing can be launched. */
export function comeForward(token: string | null, own: Launch, show: () => void): void {
  const launch = launchWith(token, own);
  if (launch === null) {
    show();
    return;
  }
  const { command, args, environment } = launch;
  const child = spawn(command, args, { env: { ...environment }, stdio: 'ignore', detached: true });
  child.once('error', show);
  child.unref();
}
