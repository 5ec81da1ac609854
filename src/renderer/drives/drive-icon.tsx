import type { ReactNode } from 'react';
import { Building24Regular } from '@fluentui/react-icons/svg/building';
import { Person24Regular } from '@fluentui/react-icons/svg/person';
import type { DriveKind } from '../../shared/snapshot.ts';

/** One's own drives show a person, what is shared by a team shows its house. */
export const driveIcons = {
  personal: <Person24Regular aria-hidden />,
  business: <Person24Regular aria-hidden />,
  library: <Building24Regular aria-hidden />,
} satisfies Record<DriveKind, ReactNode>;
