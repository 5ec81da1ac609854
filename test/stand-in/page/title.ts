// Runs in a world of its own by its text: nothing may be imported here.

/** Tells the main process of the page's title, and again whenever it changes. */
export function watchTitle(binding: string): void {
  if (window !== window.top) return;
  const post = (globalThis as unknown as Record<string, (title: string) => void>)[binding];
  let last = '';
  const check = (): void => {
    if (document.title === last || document.title === '') return;
    last = document.title;
    post?.(last);
  };
  const observer = new MutationObserver(check);
  const options = { subtree: true, childList: true, characterData: true };
  const watchHead = (): void => {
    check();
    if (document.head) observer.observe(document.head, options);
  };
  // Until the head exists the whole document is watched, afterwards only the head.
  const waiting = new MutationObserver(() => {
    if (!document.head) return;
    waiting.disconnect();
    watchHead();
  });
  if (document.head) watchHead();
  else waiting.observe(document, { childList: true, subtree: true });
}
