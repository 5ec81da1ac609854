const endings = {
  text: 'doc docx docm dot dotx odt rtf txt md pages',
  sheet: 'xls xlsx xlsm xlsb xlt xltx ods csv tsv numbers',
  slides: 'ppt pptx pptm pps ppsx pot potx odp key',
  pdf: 'pdf xps',
  image: 'png jpg jpeg gif bmp svg webp heic tif tiff ico psd ai',
  video: 'mp4 mov avi mkv wmv webm m4v mpg',
  sound: 'mp3 wav m4a flac ogg wma aac',
  archive: 'zip 7z rar tar gz bz2 xz cab',
  code: 'js ts tsx jsx json xml html css py java cs cpp c h go rs sh ps1 sql yml yaml',
  mail: 'eml msg pst',
} as const;

export type FileType = keyof typeof endings | 'other';

const types = new Map<string, FileType>(
  (Object.keys(endings) as (keyof typeof endings)[]).flatMap((type) =>
    endings[type].split(' ').map((ending) => [ending, type] as const),
  ),
);

/** A coarse type by a file's ending, for its icon only. */
export function fileType(name: string): FileType {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return types.get(ending) ?? 'other';
}
