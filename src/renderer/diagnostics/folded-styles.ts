import { makeStyles, tokens } from '@fluentui/react-components';

/** Of a list that lies folded under its heading. */
export const useFoldedStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
    userSelect: 'text',
  },
});
