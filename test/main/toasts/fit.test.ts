import { describe, expect, it } from 'vitest';
import { escapeMarkup, fit } from '../../../src/main/toasts/fit.ts';

const platforms = ['win32', 'darwin', 'linux'] as const;

describe.each(platforms)('on %s', (platform) => {
  it('a short text stays as it is', () => {
    const text = { title: 'Ada edited “R&D <2>.xlsx”', body: 'Finance / Plans\nand 2 more' };
    expect(fit(text, platform)).toEqual(text);
  });

  it('a long one is cut between letters, and says so', () => {
    const family = '👩‍👩‍👧‍👦';
    const { title, body } = fit({ title: family.repeat(500), body: 'ü'.repeat(2000) }, platform);
    expect(title).toMatch(new RegExp(`^(${family})+…$`, 'u'));
    expect(body).toMatch(/^ü+…$/u);
    expect(body.length).toBeLessThan(900);
  });

  it('a letter of a thousand marks does not pass', () => {
    const { title } = fit({ title: `a${'\u0301'.repeat(5000)}`, body: '' }, platform);
    expect(title).toBe('…');
  });

  it('what controls is not shown', () => {
    const { title } = fit({ title: 'a\u0000b\u001bc\ud800d\uffffe', body: '' }, platform);
    expect(title).toBe('a b c\ufffdd e');
  });
});

it.each(['x', '보고서', 'ا', '👨‍👩‍👧‍👦', 'Z\u0301'])(
  'macOS gets no more than its 256 bytes of %s',
  (text) => {
    const { title, body } = fit({ title: text.repeat(1000), body: text.repeat(1000) }, 'darwin');
    for (const cut of [title, body]) {
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(256);
      expect(cut).toMatch(/.…$/u);
    }
  },
);

it('markup is escaped whole', () => {
  expect(escapeMarkup(`<a href="x">R&D</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});
