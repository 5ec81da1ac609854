export type RoutePattern = string | RegExp;

/** Tests `GET /path` against `'GET /v1.0/drives/*'`, `'/v1.0/me'` (any method) or a RegExp. */
export function matchesRoute(pattern: RoutePattern, method: string, path: string): boolean {
  if (pattern instanceof RegExp) {
    // A global RegExp remembers where it stopped.
    pattern.lastIndex = 0;
    return pattern.test(`${method} ${path}`);
  }
  const [first = '', ...rest] = pattern.split(' ');
  if (rest.length === 0) return matchesGlob(first, path);
  return first.toUpperCase() === method && matchesGlob(rest.join(' '), path);
}

function matchesGlob(glob: string, path: string): boolean {
  const source = glob
    .split('*')
    .map((part) => part.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`, 'i').test(path);
}
