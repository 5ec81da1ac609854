import type { TrayIcon } from '../../src/core/desktop/tray-icons.ts';

/** A drawing taken apart: its `<g id>` groups, none of which holds another. */
export interface Drawing {
  readonly origin: number;
  readonly size: number;
  part(id: string): string;
}

export interface Palette {
  readonly slab: string;
  readonly bell: string;
  readonly bars: string;
  readonly mark: string;
  readonly dot: string;
}

export function parseDrawing(svg: string): Drawing {
  const box = /viewBox="(-?\d+) -?\d+ (\d+) \d+"/.exec(svg);
  if (!box) throw new Error('A drawing needs a square viewBox of whole numbers.');
  const parts = new Map(
    [...svg.matchAll(/<g id="([\w-]+)">(.*?)<\/g>/gs)].map(([, id, body]) => [id, body]),
  );
  return {
    origin: Number(box[1]),
    size: Number(box[2]),
    part(id) {
      const body = parts.get(id);
      if (body === undefined) throw new Error(`The drawing has no part "${id}".`);
      return body;
    },
  };
}

/** The whole drawing as an SVG with `margin` units of air on each side. */
export function document(drawing: Drawing, content: string, margin = 0): string {
  const from = drawing.origin - margin;
  const size = drawing.size + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${from} ${from} ${size} ${size}">${content}</svg>`;
}

/** Each part in front cuts its `…-gap` out of what lies behind: the icon reads in one colour. */
export function trayContent(drawing: Drawing, icon: TrayIcon, palette: Palette): string {
  const corner = icon.shape === 'exclamation' ? 'mark' : icon.paused ? 'bars' : 'bell';
  const above = [corner, ...(icon.unread ? ['dot'] : [])] as const;
  const slash = icon.shape === 'slash';
  const layers = [
    cut(drawing, paint(drawing.part(icon.shape === 'plain' ? 'solid' : 'hollow'), palette.slab), [
      ...above,
      ...(slash ? ['slash'] : []),
    ]),
    ...(slash ? [cut(drawing, paint(drawing.part('slash'), palette.slab), above)] : []),
    paint(drawing.part(corner), palette[corner]),
    ...(icon.unread ? [paint(drawing.part('dot'), palette.dot)] : []),
  ];
  return layers.join('');
}

function paint(part: string, colour: string): string {
  return `<g fill="${colour}" color="${colour}">${part}</g>`;
}

function cut(drawing: Drawing, content: string, above: readonly string[]): string {
  const area = `x="${drawing.origin}" y="${drawing.origin}" width="${drawing.size}" height="${drawing.size}"`;
  const gaps = above.map((id) => paint(drawing.part(`${id}-gap`), '#000')).join('');
  const id = `behind-${above.join('-')}`;
  return (
    `<mask id="${id}" maskUnits="userSpaceOnUse" ${area}><rect ${area} fill="#fff"/>${gaps}</mask>` +
    `<g mask="url(#${id})">${content}</g>`
  );
}
