import type { Seeded } from './cloud/seeded.ts';

export const newFileNames: readonly string[] = [
  'Agenda.docx',
  'Comparison of offers.xlsx',
  'Draft for review.docx',
  'Figures for Monday.xlsx',
  'Handover.docx',
  'Meeting notes.docx',
  'Minutes.docx',
  'Open points.xlsx',
  'Plan B.pptx',
  'Questions from the customer.docx',
  'Rückfragen Einkauf.docx',
  'Scan from the printer.pdf',
  'Slides for Thursday.pptx',
  'Summary.docx',
  'Überblick Kosten.xlsx',
];

export const newFolderNames: readonly string[] = [
  '2027',
  'Archive',
  'Drafts',
  'For signature',
  'From the customer',
  'Old versions',
  'To be filed',
];

const endings = [' (final)', ' (old)', ' v2', ' - approved', ' - comments', ' 2027'];

/** A name as people change them: something is put before the extension, or taken away again. */
export function renamed(name: string, chance: Seeded): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const known = endings.find((ending) => stem.endsWith(ending));
  if (known !== undefined) return `${stem.slice(0, -known.length)}${extension}`;
  return `${stem}${chance.pick(endings)}${extension}`;
}
