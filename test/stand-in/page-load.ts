const numbers: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_UNEXPECTED: -9,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_HTTP_RESPONSE_CODE_FAILURE: -379,
};

export interface LoadError {
  readonly errorCode: number;
  readonly errorDescription: string;
}

/** Electron's description and number for what the DevTools protocol calls a failed navigation. */
export function loadError(text: string): LoadError {
  const errorDescription = text.replace(/^net::/, '');
  return { errorCode: numbers[errorDescription] ?? -2, errorDescription };
}

/** One `loadURL`, until its document has loaded or cannot be. */
export class PageLoad {
  readonly url: string;
  readonly promise: Promise<void>;
  /** Whether the page has left its former document for this one. */
  committed = false;
  readonly #settle = Promise.withResolvers<void>();

  constructor(url: string) {
    this.url = url;
    this.promise = this.#settle.promise;
    // A failure nobody waits for is no unhandled rejection in Electron either.
    this.promise.catch(() => {});
  }

  finish(): void {
    this.#settle.resolve();
  }

  fail({ errorCode, errorDescription }: LoadError): void {
    const message = `${errorDescription} (${errorCode}) loading '${this.url}'`;
    const details = { errno: errorCode, code: errorDescription, url: this.url };
    this.#settle.reject(Object.assign(new Error(message), details));
  }
}
