import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import app from '../../electron.vite.config.ts';
import { languages } from '../../src/shared/texts/languages.ts';

const root = join(import.meta.dirname, '..', '..', 'src', 'renderer');
const { plugins = [], build: wanted } = app.renderer ?? {};

let output: Rolldown.RolldownOutput['output'];
beforeAll(async () => {
  const rolldownOptions = { ...wanted?.rolldownOptions, input: join(root, 'index.html') };
  ({ output } = (await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins,
    build: { write: false, minify: false, rolldownOptions },
  })) as Rolldown.RolldownOutput);
}, 300_000);

const scripts = () => output.filter((each) => each.type === 'chunk');

test('the window is built with its rules, not with what makes them', () => {
  const code = scripts()
    .map((each) => each.code)
    .join('\n');
  expect(/= (?:\/\*.*?\*\/ )?makeStyles(?:\$\d+)?\(/u.exec(code)).toBeNull();
  expect(/\.\w+\{height:56px;\}/u.exec(code)).not.toBeNull();
});

test('it starts with two scripts and the words of one language, all named in its page', () => {
  const html = output.find((each) => each.fileName === 'index.html');
  const page = html?.type === 'asset' ? String(html.source) : '';
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)].map(
    ([, path = '']) => path,
  );
  const words = named.filter((path) => path.includes('__LANGUAGE__'));
  const others = new Set(named.filter((path) => !words.includes(path)));
  expect(words).toHaveLength(1);
  expect(others.size).toBe(2);
  expect(others).toContain('assets/early.js');
  for (const path of others) {
    const script = scripts().find((each) => each.fileName === path);
    expect(new Set(script?.imports).difference(others)).toEqual(new Set());
    expect(script?.imports.includes('assets/early.js')).toBe(path !== 'assets/early.js');
  }
  const built = new Set(scripts().map((each) => each.fileName));
  for (const language of languages) {
    expect(built).toContain(words[0]?.replace('__LANGUAGE__', language));
  }
});
