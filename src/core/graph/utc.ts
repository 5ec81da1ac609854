/** In ms since 1970. Microsoft's times are UTC, said or not. */
export function utcOf(time: string): number {
  return Date.parse(/T[\d:.]+$/.test(time) ? `${time}Z` : time);
}
