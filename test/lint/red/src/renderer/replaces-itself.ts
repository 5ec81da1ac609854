// eslint(no-restricted-properties) markup from strings
export function draw(row: HTMLElement, name: string): void {
  row.outerHTML = name;
}
