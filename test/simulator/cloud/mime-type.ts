const office = 'application/vnd.openxmlformats-officedocument';

const mimeTypes: Readonly<Record<string, string>> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  potx: `${office}.presentationml.template`,
  pdf: 'application/pdf',
  txt: 'text/plain',
  jpg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  zip: 'application/zip',
};

export function mimeTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return mimeTypes[extension] ?? 'application/octet-stream';
}
