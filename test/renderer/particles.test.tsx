import { describe, expect, test } from 'vitest';
import { particleAfter } from '../../src/shared/texts/particles.ts';

describe('the particle that follows', () => {
  test.each([
    ['예산', '을', '이', '으로'],
    ['보고서', '를', '가', '로'],
    ['파일', '을', '이', '로'],
    ['김민수님', '을', '이', '으로'],
    ['누군가', '를', '가', '로'],
    ['가', '를', '가', '로'],
    ['힣', '을', '이', '으로'],
    ['예산(최종)', '을', '이', '으로'],
    ['‘보고서’', '를', '가', '로'],
    ['예산'.normalize('NFD'), '을', '이', '으로'],
  ])('Hangul: %s', (name, object, subject, towards) => {
    expect(all(name)).toEqual([object, subject, towards]);
  });

  test.each([
    ['2020', '을', '이', '으로'],
    ['2021', '을', '이', '로'],
    ['2022', '를', '가', '로'],
    ['2023', '을', '이', '으로'],
    ['2024', '를', '가', '로'],
    ['2025', '를', '가', '로'],
    ['2026', '을', '이', '으로'],
    ['2027', '을', '이', '로'],
    ['2028', '을', '이', '로'],
    ['2029', '를', '가', '로'],
    ['３', '을', '이', '으로'],
    ['Budget (2)', '를', '가', '로'],
    ['예산3', '을', '이', '으로'],
    ['clip.mp4', '를', '가', '로'],
    ['Q3', '을(를)', '이(가)', '(으)로'],
    ['Q1', '을', '이', '(으)로'],
  ])('digits: %s', (name, object, subject, towards) => {
    expect(all(name)).toEqual([object, subject, towards]);
  });

  test.each([
    ['Budget.xlsx', '를', '가', '로'],
    ['a.pdf', '를', '가', '로'],
    ['a.png', '를', '가', '로'],
    ['a.txt', '를', '가', '로'],
    ['a.html', '을', '이', '로'],
    ['a.xlsm', '을', '이', '으로'],
    ['HR', '을', '이', '로'],
    ['IT', '를', '가', '로'],
    ['Finance', '를', '가', '로'],
    ['Plans', '를', '가', '로'],
    ['Folder', '를', '가', '로'],
    ['Legal', '을', '이', '로'],
    ['Schedule', '을', '이', '로'],
    ['Design', '을', '이', '으로'],
    ['Team', '을', '이', '으로'],
    ['Marketing', '을', '이', '으로'],
    ['a.zip', '을(를)', '이(가)', '(으)로'],
    ['Budget', '을(를)', '이(가)', '(으)로'],
    ['Template', '을(를)', '이(가)', '(으)로'],
  ])('Latin letters: %s', (name, object, subject, towards) => {
    expect(all(name)).toEqual([object, subject, towards]);
  });

  test.each(['', '資料', 'Отчёт', '🎉', '?!', '___', 'ㅋㅋ'])('both after %j', (name) => {
    expect(all(name)).toEqual(['을(를)', '이(가)', '(으)로']);
  });
});

function all(name: string): readonly string[] {
  return [
    particleAfter(name, '을/를'),
    particleAfter(name, '이/가'),
    particleAfter(name, '으로/로'),
  ];
}
