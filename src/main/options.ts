import type { GivenClientIds } from '../core/sign-in/client-ids.ts';
import { type Clouds, clouds } from '../core/clouds.ts';
import { isLoopback } from '../core/hosts.ts';
import { hiddenSwitch } from '../core/desktop/login-item.ts';

declare const __DRIVEBELL_CLIENT_ID__: string;

/** What the outside may set, read once. Only unpackaged builds may be pointed elsewhere. */
export interface StartOptions {
  readonly clientIds: GivenClientIds;
  /** Started at login: no window until asked for. */
  readonly isHidden: boolean;
  readonly clouds: Clouds;
  /** Origins that stand in for Microsoft's, by Microsoft's. */
  readonly standIns: ReadonlyMap<string, string>;
}

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  /** Given to the build; empty in builds of one's own. */
  readonly builtInClientId: string;
}

export function builtInClientId(): string {
  return typeof __DRIVEBELL_CLIENT_ID__ === 'string' ? __DRIVEBELL_CLIENT_ID__ : '';
}

/** The message is a sentence for whoever set the variable. */
export class UnusableOption extends Error {
  override readonly name = 'UnusableOption';
}

/** Throws `UnusableOption` when a stand-in origin cannot be used. */
export function readOptions(surroundings: Surroundings): StartOptions {
  const { isPackaged, argv, builtInClientId: builtIn } = surroundings;
  const environment = isPackaged ? {} : surroundings.environment;
  const login = standInOrigin(environment, 'DRIVEBELL_AUTHORITY_URL');
  const graph = standInOrigin(environment, 'DRIVEBELL_GRAPH_URL');
  const { global } = clouds;
  const standIns = new Map<string, string>();
  if (login !== null) standIns.set(global.login, login);
  if (graph !== null) standIns.set(global.graph, graph);
  return {
    clientIds: { builtIn, environment: environment['DRIVEBELL_CLIENT_ID']?.trim() ?? '' },
    isHidden: argv.includes(hiddenSwitch),
    standIns,
    clouds: {
      ...clouds,
      global: {
        ...global,
        graphLinks: graph === null ? global.graphLinks : [...global.graphLinks, graph],
        allowsLoopback: login !== null || graph !== null,
      },
    },
  };
}

function standInOrigin(environment: Surroundings['environment'], name: string): string | null {
  const text = environment[name];
  if (text === undefined || text === '') return null;
  if (!URL.canParse(text)) throw new UnusableOption(`${name} is not a URL.`);
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  if (!isSafe || url.pathname !== '/' || url.search !== '') {
    throw new UnusableOption(`${name} must be an https origin, or an http one on this computer.`);
  }
  return url.origin;
}

/** The URL as it is really asked for. */
export function mapOrigin(url: string, standIns: ReadonlyMap<string, string>): string {
  const standIn = standIns.get(new URL(url).origin);
  return standIn === undefined ? url : standIn + url.replace(/^[^/]*\/\/[^/?#]*/, '');
}
