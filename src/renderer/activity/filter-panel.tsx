import type { ReactNode } from 'react';
import {
  Checkbox,
  Field,
  makeStyles,
  Popover,
  PopoverSurface,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import type { GroupBy } from '../../shared/activity-query.ts';
import { changeKinds } from '../../shared/activity.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { kindWord } from '../../shared/texts/rule-words.ts';
import { useAllWords } from '../all-words.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { CheckGroup } from './check-group.tsx';
import { PersonField } from './person-field.tsx';
import type { QueryControls } from './use-query.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    width: '380px',
    maxWidth: 'calc(100vw - 32px)',
    maxHeight: 'min(560px, calc(100vh - 32px))',
    overflowY: 'auto',
  },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface FilterPanelProps {
  readonly snapshot: Snapshot;
  readonly controls: QueryControls;
  readonly button: HTMLElement | null;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What the list is narrowed to and how it is ordered, at once with every choice. */
export function FilterPanel(props: FilterPanelProps): ReactNode {
  const { snapshot, controls, button, isOpen, onOpenChange } = props;
  const t = useAllWords();
  const styles = useStyles();
  const { api } = useSurroundings();
  const { act } = useFailures();
  const { filter, groupBy, drives, wishes } = snapshot;
  return (
    <Popover
      open={isOpen}
      onOpenChange={(_event, { open }) => onOpenChange(open)}
      positioning={{ target: button, position: 'below', align: 'end', autoSize: 'height' }}
      trapFocus
    >
      <PopoverSurface aria-label={t('filter.title')} className={styles.panel}>
        <Field label={t('filter.group')}>
          <RadioGroup
            layout="horizontal"
            value={groupBy ?? 'day'}
            onChange={(_event, { value }) =>
              void act(api.keepGrouping(value === 'day' ? null : (value as GroupBy)))
            }
          >
            {(['day', 'drive', 'person'] as const).map((by) => (
              <Radio key={by} value={by} label={t(`filter.group.${by}`)} />
            ))}
          </RadioGroup>
        </Field>
        {wishes.readBy !== 'never' && (
          <Checkbox
            className={styles.check}
            label={t('filter.unread')}
            checked={filter.unreadOnly}
            onChange={(_event, { checked }) =>
              controls.filter((now) => ({ ...now, unreadOnly: checked === true }))
            }
          />
        )}
        <PersonField
          person={filter.person}
          onChange={(person) => controls.filter((now) => ({ ...now, person }))}
        />
        <CheckGroup
          label={t('filter.kinds')}
          choices={changeKinds.map((kind) => ({ key: kind, word: kindWord(t, kind) }))}
          chosen={filter.kinds}
          onChange={(change) => controls.filter((now) => ({ ...now, kinds: change(now.kinds) }))}
        />
        <CheckGroup
          label={t('filter.drives')}
          choices={drives.map(({ watchId, name }) => ({ key: watchId, word: name }))}
          chosen={filter.drives}
          onChange={(change) => controls.filter((now) => ({ ...now, drives: change(now.drives) }))}
        />
      </PopoverSurface>
    </Popover>
  );
}
