import { type ReactNode, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';
import { FilterPanel } from '../lazy-pages.tsx';
import { useEver } from '../shell/use-ever.ts';
import { focusTarget } from '../shell/focus-target.ts';
import { enlarged } from '../shell/rail-styles.ts';
import { useSurroundings } from '../surroundings.ts';
import { useMedia } from '../theme.ts';
import type { ActivityHeadProps } from './activity-head.tsx';

type FilterButtonProps = Pick<ActivityHeadProps, 'snapshot' | 'controls'>;

/** Opens what narrows the list and how it is ordered, loaded when first asked for. */
export function FilterButton(props: FilterButtonProps): ReactNode {
  const { t } = useSurroundings();
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const wasOpened = useEver(isOpen);
  const iconOnly = useMedia(enlarged);
  const words = t('activity.filter');
  return (
    <>
      <Button
        ref={setButton}
        size="small"
        icon={<Filter16Regular />}
        aria-haspopup="dialog"
        {...focusTarget}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        {...(iconOnly ? { 'aria-label': words, title: words } : { children: words })}
      />
      {wasOpened && (
        <FilterPanel {...props} button={button} isOpen={isOpen} onOpenChange={setOpen} />
      )}
    </>
  );
}
