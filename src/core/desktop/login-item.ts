import type { Outcome } from '../../shared/ipc.ts';
import type { LoginItemState } from '../../shared/login-item.ts';
import { done } from '../outcome.ts';

/** What the system starts when the person signs in: asked each time, never remembered. */
export interface LoginItem {
  state(): LoginItemState;
  set(wanted: boolean): Outcome<void>;
}

/** The word on the command line that means: no window until asked for. */
export const hiddenSwitch = '--hidden';

/** What macOS and Windows answer, each its own part. */
export interface SystemAnswer {
  readonly openAtLogin: boolean;
  readonly status?: string;
  readonly executableWillLaunchAtLogin?: boolean;
}

/** Windows keeps what was switched off in its Task Manager, but does not start it. */
export function loginItemState(platform: NodeJS.Platform, answer: SystemAnswer): LoginItemState {
  if (platform === 'darwin' && answer.status === 'requires-approval') return 'needs-approval';
  const isSwitchedOff = platform === 'win32' && answer.executableWillLaunchAtLogin !== true;
  return answer.openAtLogin && !isSwitchedOff ? 'on' : 'off';
}

/** What was asked for has come true, as far as it is in our hands. */
export function settled(wanted: boolean, state: LoginItemState): Outcome<void> {
  const isOn = state === 'on' || state === 'needs-approval';
  return isOn === wanted ? done : { ok: false, code: 'login-item-failed' };
}
