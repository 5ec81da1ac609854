import { describe, expect, it } from 'vitest';
import { browserPages } from '../../src/main/browser-pages.ts';
import { createTranslate, Words } from '../../src/main/words.ts';

describe.each([
  ['en-GB', 'You are signed in', 'You are not signed in', 'go back to Drivebell'],
  ['de-AT', 'Sie sind angemeldet', 'Sie sind nicht angemeldet', 'zu Drivebell zurückkehren'],
  ['ko-KR', '로그인되었습니다', '로그인되지 않았습니다', 'Drivebell로 돌아가세요'],
])('the pages at the end of a sign-in, in %s', (locale, yes, no, goBack) => {
  const { signedIn, notSignedIn } = browserPages(createTranslate(locale));

  it('say how it ended and what to do', () => {
    expect(signedIn).toContain(`<h1 style="font-size:1.5rem">${yes}</h1>`);
    expect(notSignedIn).toContain(`<title>${no}</title>`);
    for (const page of [signedIn, notSignedIn]) expect(page).toContain(goBack);
  });

  it.each([signedIn, notSignedIn])('are whole, run nothing and load nothing', (page) => {
    expect(page).toMatch(/^<!doctype html><meta charset="utf-8">/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|https?:|url\(|@import|\{\{/i);
  });
});

it('the pages speak the language that was chosen last', () => {
  const words = new Words('en-GB');
  const pages = browserPages(words.t);
  words.speak('de');
  expect(pages.signedIn).toContain('Sie sind angemeldet');
  expect(pages.notSignedIn).toContain('Sie sind nicht angemeldet');
});
