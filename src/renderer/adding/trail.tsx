import type { ReactNode } from 'react';
import {
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
} from '@fluentui/react-components';
import { Fragment } from 'react';
import { useAllWords } from '../all-words.ts';

const useStyles = makeStyles({
  trail: { '& ol': { flexWrap: 'wrap' } },
  step: { maxWidth: '220px', minWidth: 0, overflow: 'hidden' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface TrailProps {
  /** From the top; the last one is where one is. */
  readonly steps: readonly string[];
  /** Back to so many steps below the top. */
  readonly onStep: (depth: number) => void;
}

/** The way that led here, and back. */
export function Trail({ steps, onStep }: TrailProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  return (
    <Breadcrumb size="small" aria-label={t('find.trail')} className={styles.trail}>
      {steps.map((name, at) => {
        const isHere = at === steps.length - 1;
        return (
          // eslint-disable-next-line react/no-array-index-key -- A step is its place in the trail.
          <Fragment key={at}>
            {at > 0 && <BreadcrumbDivider />}
            <BreadcrumbItem>
              <BreadcrumbButton
                current={isHere}
                className={styles.step}
                title={name}
                onClick={isHere ? undefined : () => onStep(at)}
              >
                <bdi className={styles.name}>{name}</bdi>
              </BreadcrumbButton>
            </BreadcrumbItem>
          </Fragment>
        );
      })}
    </Breadcrumb>
  );
}
