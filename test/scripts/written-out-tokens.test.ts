import { tokens } from '@fluentui/react-components';
import { expect, test } from 'vitest';
import { writeOutTokens } from '../../scripts/bundle/written-out-tokens.ts';

test('each of Fluent’s tokens is what is written in its place', () => {
  for (const [name, text] of Object.entries(tokens)) {
    const used = `tokens.${name}`;
    expect([used, `'${text}'`]).toContain(writeOutTokens(used));
  }
  expect(writeOutTokens('tokens.colorBrandBackground')).toBe("'var(--colorBrandBackground)'");
});

test('only tokens are written out', () => {
  for (const code of ["from '../tokens.js'", 'theme.tokens.x', 'motionTokens.x', 'tokens[name]']) {
    expect(writeOutTokens(code)).toBe(code);
  }
});
