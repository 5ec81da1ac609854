import type {
  AuthenticationResult,
  InteractiveRequest,
  PublicClientApplication,
} from '@azure/msal-node';

/** MSAL's part of a sign-in in the browser: it opens a page and waits for its loopback port to be asked. */
export class InteractiveClient {
  request: InteractiveRequest | null = null;
  readonly #answered = Promise.withResolvers<AuthenticationResult>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  get client(): PublicClientApplication {
    return this as unknown as PublicClientApplication;
  }

  async acquireTokenInteractive(request: InteractiveRequest): Promise<AuthenticationResult> {
    this.request = request;
    await request.openBrowser(this.#url);
    return this.#answered.promise;
  }

  /** Somebody has signed in. */
  signIn(accessToken: string): void {
    this.#answered.resolve({ accessToken } as AuthenticationResult);
  }
}
