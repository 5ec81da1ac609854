import type { CustomScheme, Protocol as ElectronProtocol } from 'electron';
import { privilegedSchemes } from './custom-schemes.ts';
import { lifecycle } from './lifecycle.ts';
import { session } from './session.ts';
import { loud } from './strict.ts';

let registered = false;

function registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
  if (lifecycle.ready) {
    throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  }
  if (!Array.isArray(schemes)) throw new Error('Argument must be an array of custom schemes.');
  if (registered) {
    throw new Error('stand-in: protocol.registerSchemesAsPrivileged can only be used once');
  }
  for (const { privileges } of schemes) {
    if (privileges?.codeCache && !privileges.standard) {
      throw new Error(
        'Code cache can only be enabled when the custom scheme is registered as standard scheme.',
      );
    }
  }
  registered = true;
  for (const { scheme, privileges } of schemes) {
    privilegedSchemes.add(scheme, privileges?.standard ?? false);
  }
}

const own = (): ElectronProtocol => session.defaultSession.protocol as unknown as ElectronProtocol;

export const protocol = loud('protocol', {
  registerSchemesAsPrivileged,
  handle: (...args: Parameters<ElectronProtocol['handle']>) => own().handle(...args),
  unhandle: (scheme: string) => own().unhandle(scheme),
  isProtocolHandled: (scheme: string) => own().isProtocolHandled(scheme),
} satisfies Pick<
  ElectronProtocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>);
