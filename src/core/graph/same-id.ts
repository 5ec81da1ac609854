const personalId = /^[\da-f]{1,16}$/i;

/** One spelling for an id: personal ones come in either case, and with leading zeros cut. */
export function oneSpelling(id: string): string {
  return personalId.test(id) ? id.toLowerCase().padStart(16, '0') : id.toLowerCase();
}
