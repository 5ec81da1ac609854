import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { languageChoices, type LanguageChoice, themes } from '../../shared/look.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { ChoiceField } from './choice-field.tsx';
import { Section } from '../shell/section.tsx';
import { ShortcutField } from './shortcut-field.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

type LookProps = Pick<Snapshot, 'theme' | 'language' | 'shortcut'>;

/** How the window looks and speaks, and the keys that bring it. */
export function Look({ theme, language, shortcut }: LookProps): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const { act } = useFailures();
  const styles = useStyles();
  return (
    <Section title={t('settings.look')}>
      <div className={styles.fields}>
        <ChoiceField
          label={t('settings.look.theme')}
          value={theme}
          choices={themes.map((value) => ({ value, label: t(`settings.look.theme.${value}`) }))}
          onChange={(wanted) => void act(api.setTheme(wanted))}
        />
        <ChoiceField
          label={t('settings.look.language')}
          value={language}
          choices={languageChoices.map((value) => ({
            value,
            label: value === 'system' ? t('settings.look.language.system') : ownName(value),
          }))}
          onChange={(wanted) => void act(api.setLanguage(wanted))}
        />
      </div>
      <ShortcutField shortcut={shortcut} />
    </Section>
  );
}

/** As those who speak it call it, whatever the window speaks now. */
function ownName(language: Exclude<LanguageChoice, 'system'>): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
