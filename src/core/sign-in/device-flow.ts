import type {
  AuthenticationResult,
  DeviceCodeRequest,
  PublicClientApplication,
} from '@azure/msal-node';
import { z } from 'zod';
import { type Hosts, safeDevicePage } from '../hosts.ts';
import type { Clock } from '../ports.ts';
import type { Flow, FlowAsk } from './flow.ts';

/** What a person types in, and where. */
export interface DeviceCode {
  readonly userCode: string;
  readonly page: URL;
  /** ms since 1970. */
  readonly expiresAt: number;
}

export interface DeviceFlowParts {
  readonly hosts: Hosts;
  readonly clock: Clock;
  readonly onCode: (code: DeviceCode) => void;
}

const given = z.object({
  userCode: z.string().regex(/^[\w-]{4,32}$/),
  verificationUri: z.string(),
  expiresIn: z.number().positive(),
});

/** The code is none that could be shown. */
class CodeNotUsable extends Error {
  override readonly name = 'CodeNotUsable';
}

/** A sign-in with a code that is typed in on any device. */
export class DeviceFlow implements Flow {
  readonly #parts: DeviceFlowParts;
  readonly #ended = Promise.withResolvers<'cancelled'>();
  readonly #stop = new AbortController();
  readonly ended = this.#ended.promise;
  #request: DeviceCodeRequest | null = null;

  constructor(parts: DeviceFlowParts) {
    this.#parts = parts;
  }

  /** Aborts when the flow was stopped. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  run(
    client: PublicClientApplication,
    { scopes, claims }: FlowAsk,
  ): Promise<AuthenticationResult | null> {
    const request: DeviceCodeRequest = {
      scopes,
      deviceCodeCallback: (response) => this.#show(response),
      cancel: this.#stop.signal.aborted,
      ...(claims === null ? {} : { claims }),
    };
    this.#request = request;
    return client.acquireTokenByDeviceCode(request);
  }

  stop(): void {
    this.#stop.abort();
    // MSAL looks at this between two polls.
    if (this.#request) this.#request.cancel = true;
    this.#ended.resolve('cancelled');
  }

  close(): void {
    this.stop();
  }

  #show(response: unknown): void {
    const { hosts, clock, onCode } = this.#parts;
    const parsed = given.safeParse(response);
    const page = parsed.success ? safeDevicePage(parsed.data.verificationUri, hosts) : null;
    if (!parsed.success || !page) throw new CodeNotUsable();
    const { userCode, expiresIn } = parsed.data;
    onCode({ userCode, page, expiresAt: clock.now() + expiresIn * 1000 });
  }
}
