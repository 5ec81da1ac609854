import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../shell/rail-styles.ts';
import { visuallyHidden } from '../shell/visually-hidden.ts';
import { rowHeight } from './layout.ts';

const atHand = { position: 'static', pointerEvents: 'auto', opacity: 1 } as const;

export const useRowStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInline: tokens.spacingHorizontalS,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    height: `${rowHeight}px`,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':hover .fui-Button': atHand,
    ':focus-within .fui-Button': atHand,
  },
  // Its menu is open, and where the menu lies depends on the button.
  atHand: { '& .fui-Button': atHand },
  fresh: {
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: tokens.durationNormal,
  },
  bar: {
    position: 'absolute',
    insetInlineStart: 0,
    width: '3px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandForeground1,
    transitionProperty: 'opacity',
    transitionDuration: tokens.durationNormal,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  barRead: { opacity: 0 },
  text: { position: 'relative', flexGrow: 1, minWidth: 0 },
  hidden: visuallyHidden,
  facts: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  place: { overflow: 'hidden', textOverflow: 'ellipsis' },
  time: { flexShrink: 0 },
  action: {
    flexShrink: 0,
    opacity: 0,
    // In a narrow window only the row at hand gives up room for it; the focus may come back to any.
    [narrow]: {
      position: 'absolute',
      insetInlineEnd: tokens.spacingHorizontalM,
      pointerEvents: 'none',
      minWidth: '32px',
      maxWidth: '32px',
    },
  },
  actionWord: { [narrow]: { display: 'none' } },
});
