// typescript(no-floating-promises) Promises must be awaited
const read = async (): Promise<void> => {};

export function wake(): void {
  read();
}
