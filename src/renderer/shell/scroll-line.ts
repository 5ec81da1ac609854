import { type GriffelStyle, tokens } from '@fluentui/react-components';

const line = `linear-gradient(${tokens.colorNeutralStroke2}, ${tokens.colorNeutralStroke2})`;
const cover = `linear-gradient(${tokens.colorNeutralBackground1}, ${tokens.colorNeutralBackground1})`;

/** A line below the page's title once something is scrolled to behind it: what covers it scrolls away. */
export const scrollLine = {
  backgroundImage: `${cover}, ${line}`,
  backgroundSize: '100% 1px',
  backgroundPosition: 'top',
  backgroundRepeat: 'no-repeat',
  backgroundAttachment: 'local, scroll',
} satisfies GriffelStyle;
