import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../scripts/support/root.ts';

const manifest = z
  .looseObject({
    type: z.string(),
    main: z.string(),
    productName: z.string(),
    desktopName: z.string(),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

it('is an ES module that calls itself Drivebell', () => {
  expect(manifest).toMatchObject({
    type: 'module',
    main: 'out/main/index.js',
    productName: 'Drivebell',
    desktopName: 'drivebell.desktop',
  });
});

it('pins every package to one exact version', () => {
  const loose = Object.entries(manifest.devDependencies).filter(
    ([, version]) => !/^(npm:[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

// electron-builder packs `dependencies` as node_modules; ours are bundled into `out`.
it('has development dependencies only', () => {
  const kinds = Object.keys(manifest).filter((key) => /dependencies$/i.test(key));
  expect(kinds).toEqual(['devDependencies']);
});
