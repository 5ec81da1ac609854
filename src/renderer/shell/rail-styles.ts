import { tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 719px)';

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
  badge: { [narrow]: { position: 'absolute', top: '2px', right: '0' } },
} as const;
