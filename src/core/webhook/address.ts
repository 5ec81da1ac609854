import { BlockList, isIP } from 'node:net';

const longest = 1000;

/** Where Microsoft reaches us: the address as it is typed, and the path that we are asked for. */
export interface Address {
  readonly url: string;
  readonly path: string;
}

/** Null: no address that Microsoft could reach. `allowsLoopback`: a stand-in on this computer can. */
export function addressOf(typed: string, allowsLoopback: boolean): Address | null {
  const text = typed.trim();
  // What URL would make right, as `https:\\`, Microsoft may read otherwise.
  if (text.length > longest || !/^https?:\/\/[^\s\p{C}\\]+$/u.test(text)) return null;
  const url = URL.parse(text);
  if (!url || url.port === '0') return null;
  if (url.username !== '' || url.password !== '' || text.includes('#')) return null;
  const isLocal = allowsLoopback && url.hostname === '127.0.0.1' && url.protocol === 'http:';
  if (!isLocal && (url.protocol !== 'https:' || !isPublic(url.hostname))) return null;
  return { url: text, path: url.pathname };
}

/** Names that lead nowhere from the internet. */
const localNames = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'lan',
  'home',
  'corp',
  'home.arpa',
  'fritz.box',
  'onion',
  'test',
  'invalid',
];

function isPublic(name: string): boolean {
  const host = name.replace(/\.$/, '');
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 4) return !local.check(bare);
  if (isIP(bare) === 6) return /^[23]/.test(bare) && !local.check(bare, 'ipv6');
  const isName = host.includes('.') && host.split('.').every((label) => label !== '');
  return isName && !localNames.some((one) => host === one || host.endsWith(`.${one}`));
}

/** This computer, the network it is in, and what is written in books (IANA's special-purpose addresses). */
const local = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  local.addSubnet(network, bits);
local.addSubnet('2001:db8::', 32, 'ipv6');
