/** What the tray icon's drive looks like: live, connecting or checking, offline, needs the user. */
const trayShapes = ['plain', 'hollow', 'slash', 'exclamation'] as const;
export type TrayShape = (typeof trayShapes)[number];

export interface TrayIcon {
  readonly shape: TrayShape;
  readonly paused: boolean;
  readonly unread: boolean;
}

/** The exclamation mark outranks the pause: there is no `exclamation-paused`. */
export function trayIconName({ shape, paused, unread }: TrayIcon): string {
  const bars = paused && shape !== 'exclamation' ? '-paused' : '';
  return `${shape}${bars}${unread ? '-unread' : ''}`;
}

/** Every icon there is, each once. */
export const trayIcons: readonly TrayIcon[] = trayShapes.flatMap((shape) =>
  (shape === 'exclamation' ? [false] : [false, true]).flatMap((paused) =>
    [false, true].map((unread) => ({ shape, paused, unread })),
  ),
);

/** In logical pixels: what most Linux desktops ask for. */
export const linuxTraySize = 22;

/**
 * Where an icon lies below `assets/tray`, with `/`. Electron finds the `@2x` file beside it and
 * knows a macOS template by its name.
 */
export function trayIconFile(platform: NodeJS.Platform, icon: TrayIcon): string {
  const name = trayIconName(icon);
  if (platform === 'darwin') return `darwin/${name}Template.png`;
  if (platform === 'win32') return `win32/${name}.ico`;
  return `linux/${name}.png`;
}
