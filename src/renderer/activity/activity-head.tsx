import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { Snapshot } from '../../shared/snapshot.ts';
import { SearchField } from '../lazy-pages.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { narrowRail } from '../shell/rail-styles.ts';
import { useSurroundings } from '../surroundings.ts';
import { useMedia } from '../theme.ts';
import { FilterButton } from './filter-button.tsx';
import { SearchPlace } from './search-place.tsx';
import type { QueryControls } from './use-query.ts';

export interface ActivityHeadProps {
  readonly snapshot: Snapshot;
  readonly controls: QueryControls;
  /** There is anything to look for, or something is being looked for. */
  readonly hasAny: boolean;
  /** Absent where not all is shown that it would mark. */
  readonly onReadAll?: () => void;
}

export function ActivityHead(props: ActivityHeadProps): ReactNode {
  const { snapshot, controls, hasAny, onReadAll } = props;
  const { t } = useSurroundings();
  return (
    <PageHead title={t('activity.title')}>
      {hasAny && (
        <>
          <SearchField typed={controls.typed} onType={controls.type} fallback={<SearchPlace />} />
          <FilterButton snapshot={snapshot} controls={controls} />
        </>
      )}
      {onReadAll && snapshot.unread > 0 && <ReadAllButton onClick={onReadAll} />}
    </PageHead>
  );
}

/** In a narrow window the search field has more need of the room. */
function ReadAllButton({ onClick }: { readonly onClick: () => void }): ReactNode {
  const { t } = useSurroundings();
  const iconOnly = useMedia(narrowRail);
  const words = t('activity.mark-all-read');
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<CheckmarkCircle16Regular />}
      onClick={onClick}
      {...(iconOnly ? { 'aria-label': words, title: words } : { children: words })}
    />
  );
}
