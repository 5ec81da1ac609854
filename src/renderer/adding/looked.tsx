import { type ReactNode, useEffect } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AccountView } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Message } from '../shell/message.tsx';
import { useAllWords } from '../all-words.ts';
import { namelessWords, nothingWords } from './find-words.ts';
import { FoundList, type Picks } from './found-list.tsx';
import { Refusal } from './refusal.tsx';
import { Trail } from './trail.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import type { Level, Looking } from './use-looking.ts';
import { WaitLine } from './wait-line.tsx';

const useStyles = makeStyles({
  place: { display: 'contents' },
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    minHeight: '96px',
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
    textWrap: 'balance',
  },
  words: { overflowWrap: 'anywhere' },
  more: { alignSelf: 'start' },
});

interface LookedProps extends Picks {
  readonly account: AccountView;
  readonly looking: Looking;
  /** Where the way down began. */
  readonly top: string;
  /** How many levels the top itself is: none where it is drawn elsewhere. */
  readonly topLevels: 0 | 1;
  /** Gives the focus to what the top begins with. */
  readonly onTop?: (() => void) | undefined;
  /** What helps where nothing was found at the top. */
  readonly help?: { readonly label: string; readonly run: () => void } | undefined;
}

/** What was found, how it was come by, and what is under way. */
export function Looked(props: LookedProps): ReactNode {
  const { account, looking, top, topLevels, onTop } = props;
  const { levels, waiting, cancel, goTo } = looking;
  const styles = useStyles();
  const here = levels.at(-1);
  const place = useFocusKept();
  useFoundSaid(here);
  const below = levels.slice(topLevels);
  return (
    <>
      {below.length > 0 && (
        <Trail
          steps={[top, ...below.map(({ name }) => name)]}
          onStep={(depth) => goTo(depth + topLevels)}
        />
      )}
      <div {...place} className={styles.place}>
        <Refusal account={account} looking={looking} />
        <WaitLine
          waiting={waiting}
          onCancel={() => {
            cancel();
            if (levels.length === 0) onTop?.();
          }}
        />
        {here && (
          <Here {...props} here={here} key={`${levels.length} ${JSON.stringify(here.search)}`} />
        )}
      </div>
    </>
  );
}

function Here(props: LookedProps & { readonly here: Level }): ReactNode {
  const { account, looking, here, topLevels, help, picked, onPick } = props;
  const { levels, open, goTo, more } = looking;
  const t = useAllWords();
  const styles = useStyles();
  const nothing = nothingWords(t, here);
  const canGoUp = levels.length > topLevels;
  const up = (): void => {
    if (canGoUp) goTo(levels.length - 1);
  };
  const { accountId } = account;
  return (
    <>
      {nothing === null ? (
        <FoundList
          label={t('find.list')}
          sections={[{ accountId, heading: null, found: here.found }]}
          saysWhere={here.search.what === 'link'}
          arrival={here.arrival}
          picked={picked}
          onPick={onPick}
          onOpen={open}
          onUp={up}
        />
      ) : (
        <div className={styles.box}>
          <Body1 className={styles.words}>{nothing}</Body1>
          <EmptyHelp canGoUp={canGoUp} arrives={here.arrival !== undefined} up={up} help={help} />
        </div>
      )}
      {nothing === null && here.nameless > 0 && (
        <Message intent="info">{namelessWords(t, here)}</Message>
      )}
      {here.next !== null && (
        <Button className={styles.more} size="small" onClick={more}>
          {t('find.more')}
        </Button>
      )}
    </>
  );
}

interface EmptyHelpProps extends Pick<LookedProps, 'help'> {
  readonly canGoUp: boolean;
  /** Takes the focus: what had it is gone. */
  readonly arrives: boolean;
  readonly up: () => void;
}

function EmptyHelp({ canGoUp, arrives, up, help }: EmptyHelpProps): ReactNode {
  const t = useAllWords();
  const action = canGoUp ? { label: t('find.back'), run: up } : help;
  if (!action) return null;
  return (
    <Button ref={arrives ? focus : null} onClick={action.run}>
      {action.label}
    </Button>
  );
}

function focus(button: HTMLElement | null): void {
  button?.focus();
}

/** How many there are, or that there are none. */
function useFoundSaid(here: Level | undefined): void {
  const t = useAllWords();
  const announce = useAnnounce();
  useEffect(() => {
    if (!here) return;
    announce(nothingWords(t, here) ?? t('find.found', { count: here.found.length }));
  }, [announce, here, t]);
}
