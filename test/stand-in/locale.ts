import { commandLine } from './command-line.ts';

/** Locales whose region Chromium keeps; of any other language it has one form. */
const regional = new Set(['en-US', 'en-GB', 'es-419', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW']);

/** As Chromium canonicalises them: "ca_ES.UTF-8@valencia" is "ca-ES@valencia", which JavaScript does not know. */
const fromPosix = (name: string): string => name.replace(/\.[^@]*/, '').replace('_', '-');

function languagesOfSystem(): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = [...(LANGUAGE?.split(':') ?? []), LC_ALL ?? LC_MESSAGES ?? LANG ?? ''];
  const found = wanted.map(fromPosix).filter((name) => name !== '' && name !== 'C');
  return found.length > 0 ? [...new Set(found)] : ['en-US'];
}

export const preferredSystemLanguages = (): string[] => languagesOfSystem();

export const systemLocale = (): string => languagesOfSystem()[0] ?? 'en-US';

export function appLocale(): string {
  const wanted = commandLine.getSwitchValue('lang') || systemLocale();
  if (regional.has(wanted)) return wanted;
  const language = wanted.split('-')[0] ?? 'en';
  return language === 'en' ? 'en-US' : language;
}
