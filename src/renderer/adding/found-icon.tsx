import type { ReactNode } from 'react';
import { Document24Regular } from '@fluentui/react-icons/svg/document';
import { Folder24Regular } from '@fluentui/react-icons/svg/folder';
import { Globe24Regular } from '@fluentui/react-icons/svg/globe';
import { Notebook24Regular } from '@fluentui/react-icons/svg/notebook';
import { PeopleTeam24Regular } from '@fluentui/react-icons/svg/people-team';
import type { Found } from '../../shared/finding.ts';
import { driveIcons } from '../drives/drive-icon.tsx';

export const foundIcons = {
  ...driveIcons,
  site: <Globe24Regular aria-hidden />,
  group: <PeopleTeam24Regular aria-hidden />,
  folder: <Folder24Regular aria-hidden />,
  file: <Document24Regular aria-hidden />,
  package: <Notebook24Regular aria-hidden />,
} satisfies Record<Found['kind'], ReactNode>;
