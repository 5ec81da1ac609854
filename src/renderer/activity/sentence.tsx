import { createElement, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Part } from '../../shared/texts/parts.ts';

const useStyles = makeStyles({
  sentence: {
    display: 'flex',
    minWidth: 0,
    overflow: 'hidden',
    whiteSpace: 'pre',
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  // Who gives way first, by factors so large that the others keep their last fraction of a pixel:
  // a long name, then an old one, then folders, then the words at the end; short names and the
  // beginning last. A Korean sentence ends in what was done, which stays.
  words: {
    flexShrink: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    ':last-child:not(:first-child)': { flexShrink: 1e7 },
    ':lang(ko):last-child:not(:first-child)': { flexShrink: 1 },
  },
  place: { flexShrink: 1e8, minWidth: '3ch' },
  name: { display: 'flex', flexShrink: 1e4, minWidth: 0 },
  long: { flexShrink: 1e13, minWidth: '128px' },
  head: { overflow: 'hidden', textOverflow: 'ellipsis' },
  tail: { flexShrink: 0 },
  whole: { flexShrink: 0, minWidth: 'auto' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  struck: {
    flexShrink: 1e10,
    minWidth: '3ch',
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'line-through',
  },
});

/** One line; a name too long for it is cut in the middle, so that its ending stays. */
export function Sentence({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  const styles = useStyles();
  // Given one by one: a sentence's parts never change places and need no keys.
  return createElement('div', { className: styles.sentence }, ...parts.map(drawPart));
}

function drawPart(part: Part): ReactNode {
  return part.strong || part.struck ? <Name part={part} /> : <Words part={part} />;
}

function Words({ part }: { readonly part: Part }): ReactNode {
  const styles = useStyles();
  const place = part.place && (isTiny(part.text) ? styles.whole : styles.place);
  return <bdi className={mergeClasses(styles.words, place)}>{part.text}</bdi>;
}

const tailLength = 10;

function Name({ part }: { readonly part: Part }): ReactNode {
  const styles = useStyles();
  const Tag = part.struck ? 's' : 'strong';
  const { head, tail } = cut(part.text);
  return (
    <Tag
      dir="ltr"
      className={mergeClasses(
        styles.name,
        part.strong && styles.strong,
        part.struck && styles.struck,
        tail !== '' && styles.long,
        isTiny(part.text) && styles.whole,
      )}
    >
      <bdi className={styles.head}>{head}</bdi>
      {tail !== '' && <bdi className={styles.tail}>{tail}</bdi>}
    </Tag>
  );
}

/** Takes less room than what is left of a longer one. */
function isTiny(name: string): boolean {
  return name.length <= 2;
}

/** Only Latin-like names are cut: elsewhere a cut could part what is joined in writing. */
function cut(name: string): { readonly head: string; readonly tail: string } {
  const plain = /^[\u0020-\u024F]+$/u.test(name);
  if (!plain || name.length <= tailLength * 2) return { head: name, tail: '' };
  return { head: name.slice(0, -tailLength), tail: name.slice(-tailLength) };
}
