import { makeStyles, tokens } from '@fluentui/react-components';

/** What belongs to a switch stands below it, under its words. */
export const useSettingStyles = makeStyles({
  setting: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  details: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingInlineStart: '52px',
  },
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
  },
  note: { color: tokens.colorNeutralForeground3 },
});
