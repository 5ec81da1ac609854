/** What the modules know about the state of the whole: kept apart so that none needs another. */
export const lifecycle = { ready: false };

export interface ListedWindow {
  close(): void;
  destroy(): void;
}

const windows = new Set<ListedWindow>();
let watcher = { allClosed: (): void => {}, closeCancelled: (): void => {} };

export const windowList = {
  all: (): ListedWindow[] => [...windows],
  add(window: ListedWindow): void {
    windows.add(window);
  },
  remove(window: ListedWindow): void {
    if (windows.delete(window) && windows.size === 0) watcher.allClosed();
  },
  /** The page or a listener kept a window open. */
  cancelClose: (): void => watcher.closeCancelled(),
  watch(listeners: typeof watcher): void {
    watcher = listeners;
  },
};

/** Node's own; `process.exit` means `app.exit` once Electron is played. */
export const exitProcess = process.exit.bind(process);
