import { tokens } from '@fluentui/react-components';

/** Where the rail has room for icons only. */
export const narrowRail = '(max-width: 719px)';
export const narrow = `@media ${narrowRail}`;

/** Narrower than a window can be made: all that is in it was enlarged. */
export const enlarged = '(max-width: 559px)';

/** One entry of the rail. */
export const railButton = {
  button: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalMNudge,
    boxSizing: 'border-box',
    width: '100%',
    height: '40px',
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground3Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [narrow]: { justifyContent: 'center', padding: 0 },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // A bar as well as a fill: forced colours drop the fill.
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-1px',
      width: '3px',
      height: '16px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  icon: { display: 'flex', flexShrink: 0 },
  word: { flexGrow: 1, [narrow]: { display: 'none' } },
  // Fluent's own badge brings the styles of all its kinds along.
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    minWidth: '16px',
    height: '16px',
    padding: '0 3px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase100,
    [narrow]: { position: 'absolute', top: '2px', right: '0' },
  },
} as const;
