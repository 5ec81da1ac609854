import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Archive24Regular } from '@fluentui/react-icons/svg/archive';
import { Code24Regular } from '@fluentui/react-icons/svg/code';
import { Comment24Regular } from '@fluentui/react-icons/svg/comment';
import { Delete24Regular } from '@fluentui/react-icons/svg/delete';
import { Document24Regular } from '@fluentui/react-icons/svg/document';
import { DocumentPdf24Regular } from '@fluentui/react-icons/svg/document-pdf';
import { DocumentTable24Regular } from '@fluentui/react-icons/svg/document-table';
import { DocumentText24Regular } from '@fluentui/react-icons/svg/document-text';
import { Folder24Regular } from '@fluentui/react-icons/svg/folder';
import { Image24Regular } from '@fluentui/react-icons/svg/image';
import { Link24Regular } from '@fluentui/react-icons/svg/link';
import { Mail24Regular } from '@fluentui/react-icons/svg/mail';
import { Mention24Regular } from '@fluentui/react-icons/svg/mention';
import { MusicNote224Regular } from '@fluentui/react-icons/svg/music-note';
import { Notebook24Regular } from '@fluentui/react-icons/svg/notebook';
import { SlideText24Regular } from '@fluentui/react-icons/svg/slide-text';
import { Video24Regular } from '@fluentui/react-icons/svg/video';
import type { ActivityRow } from '../../shared/activity.ts';
import { type FileType, fileType } from './file-type.ts';

type IconKind = FileType | 'folder' | 'package' | 'link' | 'deleted' | 'commented' | 'mentioned';

const icons = {
  text: <DocumentText24Regular />,
  sheet: <DocumentTable24Regular />,
  slides: <SlideText24Regular />,
  pdf: <DocumentPdf24Regular />,
  image: <Image24Regular />,
  video: <Video24Regular />,
  sound: <MusicNote224Regular />,
  archive: <Archive24Regular />,
  code: <Code24Regular />,
  mail: <Mail24Regular />,
  other: <Document24Regular />,
  folder: <Folder24Regular />,
  package: <Notebook24Regular />,
  link: <Link24Regular />,
  deleted: <Delete24Regular />,
  commented: <Comment24Regular />,
  mentioned: <Mention24Regular />,
} satisfies Record<IconKind, ReactNode>;

const useStyles = makeStyles({
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  text: { color: tokens.colorPaletteBlueForeground2 },
  sheet: { color: tokens.colorPaletteGreenForeground1 },
  slides: { color: tokens.colorPaletteDarkOrangeForeground1 },
  pdf: { color: tokens.colorPaletteRedForeground1 },
  folder: { color: tokens.colorPaletteMarigoldForeground1 },
  package: { color: tokens.colorPalettePurpleForeground2 },
  deleted: { color: tokens.colorStatusDangerForeground1 },
  commented: { color: tokens.colorBrandForeground1 },
  mentioned: { color: tokens.colorBrandForeground1 },
});

/** What kind of thing a change is about; of what was deleted or said about it, that. */
export function ItemIcon({ row }: { readonly row: ActivityRow }): ReactNode {
  const styles: Readonly<Partial<Record<IconKind | 'icon', string>>> = useStyles();
  const kind = iconKind(row);
  return (
    <span aria-hidden className={mergeClasses(styles.icon, styles[kind])}>
      {icons[kind]}
    </span>
  );
}

function iconKind(row: ActivityRow): IconKind {
  const ownIcon = (['deleted', 'mentioned', 'commented'] as const).find((kind) =>
    row.kinds.includes(kind),
  );
  if (ownIcon) return ownIcon;
  return row.itemKind === 'file' ? fileType(row.name ?? '') : row.itemKind;
}
