import { existsSync } from 'node:fs';

/** It starts these, which not everybody may install. */
const nginx = 'test/core/integration/webhook-nginx';
const nginxNeeds = ['/usr/sbin/nginx', '/usr/bin/openssl'];
const linux = [
  nginx,
  'test/main/linux',
  'test/main/toasts/dbus-startable',
  'test/main/toasts/dbus-toasts',
];
/** They start programs written for a shell, or the stand-in, which is one. */
const shell = [
  'test/stand-in',
  'test/main/commands',
  'test/main/updates/install',
  'test/core/integration/hooks',
  'test/e2e/hooks',
];

/** Where the tests lie of what this system does not have. */
export function leftOut(
  platform: NodeJS.Platform,
  has: (path: string) => boolean = existsSync,
): readonly string[] {
  if (platform === 'linux') return nginxNeeds.every((path) => has(path)) ? [] : [nginx];
  return platform === 'win32' ? [...linux, ...shell] : linux;
}

/** As patterns of files. */
export function leftOutFiles(platform: NodeJS.Platform): string[] {
  return leftOut(platform).map((path) => `${path}{/**,.test.ts,.spec.ts}`);
}
