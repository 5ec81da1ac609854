import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { pageSource } from './page-source.ts';

const preloadGlobals = [
  'require',
  'process',
  'exports',
  'module',
  'Buffer',
  'global',
  'setImmediate',
  'clearImmediate',
];

export interface IsolatedWorld {
  readonly name: string;
  readonly binding: string;
  readonly receiver: string;
  readonly mainScript: string;
  readonly isolatedScript: string;
}

/** What a page's sandboxed preload script reads as `process`. */
function preloadProcess(additionalArguments: readonly string[]): object {
  const { arch, platform, version, versions, env, execPath, pid } = process;
  return {
    arch,
    platform,
    version,
    versions: { ...versions },
    env: { ...env },
    execPath,
    pid,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    argv: [execPath, ...additionalArguments],
  };
}

const topOnly = (code: string): string => `if (window === window.top) (() => {${code}\n})();`;

function checkSyntax(code: string, filename: string): Script {
  return new Script(`(${code})`, { filename });
}

/** The two scripts that give every document of a page its preload script. Throws on a syntax error. */
export function createIsolatedWorld(
  preloadFile: string,
  additionalArguments: readonly string[],
): IsolatedWorld {
  const preload = `function (${preloadGlobals.join(', ')}) {${readFileSync(preloadFile, 'utf8')}\n}`;
  checkSyntax(preload, preloadFile);
  const secret = randomBytes(16).toString('hex');
  const [binding, receiver] = [`b${secret}`, `r${secret}`];
  const bridge = pageSource('page/bridge.ts');
  const main = pageSource('page/main-world.ts');
  const player = ['wire.ts', 'page/emitter.ts', 'page/preload-world.ts'].map(pageSource).join('\n');
  const settings = { binding, receiver, process: preloadProcess(additionalArguments) };
  return {
    name: 'Electron Isolated Context',
    binding,
    receiver,
    mainScript: topOnly(`${bridge}\n${main}
      receiveExposed(createBridge('${secret}', 'main', 'isolated'));`),
    isolatedScript: topOnly(`${bridge}\n${player}
      runPreload(
        { ...${JSON.stringify(settings)}, Emitter, encode, decode,
          bridge: createBridge('${secret}', 'isolated', 'main') },
        ${JSON.stringify(preloadFile)},
        ${preload},
      );`),
  };
}
