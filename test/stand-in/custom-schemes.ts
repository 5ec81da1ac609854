/**
 * Chromium cannot be taught a new scheme from outside, so `app://bundle/x` is loaded as
 * `https://bundle.app.stand-in.invalid/x`: a secure context of its own origin that no network has.
 */
const suffix = '.stand-in.invalid';

const privileged = new Map<string, { standard: boolean }>();

export const privilegedSchemes = {
  add(scheme: string, standard: boolean): void {
    privileged.set(scheme, { standard });
  },
  has: (scheme: string): boolean => privileged.has(scheme),
  standard: (): string[] => [...privileged].filter(([, p]) => p.standard).map(([name]) => name),
};

const native = new Set(['http', 'https', 'ws', 'wss', 'data', 'blob', 'about', 'file', 'devtools']);

export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  if (!match?.[1] || native.has(match[1].toLowerCase())) return url;
  return `https://${match[2]}.${match[1].toLowerCase()}${suffix}${match[3] || '/'}`;
}

export function fromChromium(url: string): string {
  const match = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/is.exec(url);
  return match ? `${match[2]}://${match[1]}${match[3] || '/'}` : url;
}

/** A policy names the app's scheme; the page must read the name Chromium knows it by. */
export function policyToChromium(policy: string): string {
  return policy
    .replaceAll(/\b([a-z][a-z0-9+.-]*):\/\/([^\s/;,]+)/gi, (source) =>
      toChromium(source).replace(/\/$/, ''),
    )
    .replaceAll(
      /(^|[\s])([a-z][a-z0-9+.-]*):(?=[\s;,]|$)/gi,
      (whole, before: string, scheme: string) =>
        privileged.has(scheme.toLowerCase()) ? `${before}https://*.${scheme}${suffix}` : whole,
    );
}

export const originOf = (url: string): string =>
  /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url)?.[1] ?? 'null';
