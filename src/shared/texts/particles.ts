/** What a word ends in; Korean particles follow it. `l` is a consonant before all but one of them. */
type Ending = 'vowel' | 'l' | 'consonant';

const first = '가'.codePointAt(0) ?? 0;
const last = '힣'.codePointAt(0) ?? 0;
/** Digits as they are read, in Korean and, after Latin letters, perhaps in English. */
const sinoKorean = '영일이삼사오육칠팔구';
const english = '로원투리포브스븐트인';
/** What may stand behind the last letter of a name without being read. */
const unread = /[\s"'’”»\])}]+$/u;

/** Particles by what they follow: a consonant, or a vowel. */
export const particles = ['을/를', '이/가', '으로/로'] as const;
export type Particle = (typeof particles)[number];

/** The particle that belongs behind a name, or both as in "을(를)" where its sound is not certain. */
export function particleAfter(name: string, particle: Particle): string {
  const [afterConsonant, afterVowel] = particle.split('/') as [string, string];
  const fitting = endingsOf(name.normalize('NFKC').replace(unread, '')).map((ending) => {
    if (ending === 'l' && particle === '으로/로') return afterVowel;
    return ending === 'vowel' ? afterVowel : afterConsonant;
  });
  const [one, ...others] = new Set(fitting);
  if (one !== undefined && others.length === 0) return one;
  return particle === '으로/로' ? '(으)로' : `${afterConsonant}(${afterVowel})`;
}

/** As many as there are ways to read it; none where nobody knows. */
function endingsOf(name: string): readonly Ending[] {
  const letter = name.at(-1) ?? '';
  const code = letter.codePointAt(0) ?? 0;
  if (code >= first && code <= last) return [ofSyllable(code)];
  const [word] = /[a-z]+$/iu.exec(name) ?? [];
  if (word !== undefined) return ofLatin(word);
  if (!/^\d$/u.test(letter)) return [];
  const readings = /[a-z]\d$/iu.test(name) ? [sinoKorean, english] : [sinoKorean];
  return readings.map((digits) => ofSyllable(digits.codePointAt(Number(letter)) ?? 0));
}

function ofSyllable(code: number): Ending {
  const final = (code - first) % 28;
  if (final === 0) return 'vowel';
  return final === 8 ? 'l' : 'consonant';
}

/** Spelt letter by letter ("xlsx", "HR"), or read as a word, whose sound its last letters do not always tell. */
function ofLatin(word: string): readonly Ending[] {
  const isSpelt = !/[aeiou]/iu.test(word) || /^[A-Z]{1,3}$/u.test(word);
  if (isSpelt && /[lr]$/iu.test(word)) return ['l'];
  if (isSpelt) return [/[mn]$/iu.test(word) ? 'consonant' : 'vowel'];
  if (/le?$/iu.test(word)) return ['l'];
  if (/(?:[mn]|[aeiou]ng)$/iu.test(word)) return ['consonant'];
  return /(?:[bckpqt]|[bmnpt]e)$/iu.test(word) ? [] : ['vowel'];
}
