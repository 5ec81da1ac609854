import { z } from 'zod';
import {
  approveAsAdministrator,
  cancelSignIn,
  chooseAccount,
  declineAsAdministrator,
} from '../browser.ts';
import type { Drive } from '../cloud/drive.ts';
import { accountNamed } from '../cloud/people.ts';
import { clientSchema } from '../entra/clients.ts';
import { type Answer, json } from '../http/answer.ts';
import { faultAnswerSchema } from '../http/faults.ts';
import type { Request } from '../http/request.ts';
import { turnKnobs } from '../knobs.ts';
import type { Simulator } from '../simulator.ts';
import { changeRequestSchema, makeChange } from './change-request.ts';
import { OfficeHours, colleaguesRequestSchema } from './office-hours.ts';
import { controlPush, pushRequestSchema } from './push-request.ts';
import { controlTokens, tokensRequestSchema } from './tokens-request.ts';
import { controlWebhooks, webhooksRequestSchema, webhooksState } from './webhooks-request.ts';

type Handler = (request: Request) => unknown;

const faultRequestSchema = z.strictObject({
  route: z.string(),
  answer: faultAnswerSchema,
  times: z.union([z.number().int().min(1), z.literal('always')]).optional(),
  after: z.number().int().min(0).optional(),
});
const accessRequestSchema = z.strictObject({
  do: z.enum(['loseTokens', 'refuse', 'admit', 'vanish', 'return', 'refusePush', 'offerPush']),
  account: z.string().optional(),
});
const signInRequestSchema = z.strictObject({ url: z.url(), account: z.string().nullable() });
const adminConsentRequestSchema = z.strictObject({
  url: z.url(),
  do: z.enum(['approve', 'decline']),
});

/** The simulator's own methods for another process, under `/_control/`. */
export class Control {
  readonly #simulator: Simulator;
  readonly #officeHours: OfficeHours;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(simulator: Simulator) {
    const { changes, entra, faults, push, requests, webhooks } = simulator;
    this.#simulator = simulator;
    this.#officeHours = new OfficeHours(simulator.drives);
    this.#handlers = {
      'GET state': () => this.#state(),
      'PATCH knobs': ({ body }) => {
        turnKnobs(simulator.knobs, JSON.parse(body));
        return simulator.knobs;
      },
      'GET changes': ({ query }) => ({ changes: changes.after(Number(query.get('after') ?? 0)) }),
      'POST faults': ({ body }) => {
        const { route, answer, ...options } = faultRequestSchema.parse(JSON.parse(body));
        return { id: faults.next(route, answer, options).id };
      },
      'GET faults': () => ({ faults: faults.list() }),
      'DELETE faults': () => faults.clear(),
      'GET requests': ({ query }) => {
        const found = requests.all(query.get('route') ?? undefined);
        return { count: found.length, requests: found };
      },
      'DELETE requests': () => requests.clear(),
      'POST push': ({ body }) => controlPush(push, pushRequestSchema.parse(JSON.parse(body))),
      'GET webhooks': () => webhooksState(webhooks),
      'POST webhooks': ({ body }) =>
        controlWebhooks(webhooks, webhooksRequestSchema.parse(JSON.parse(body))),
      'POST tokens': ({ body }) =>
        controlTokens(entra, tokensRequestSchema.parse(JSON.parse(body))),
      'GET claims': () => ({ claims: entra.askedClaims }),
      'POST clients': ({ body }) => entra.register(clientSchema.parse(JSON.parse(body))),
      'POST sign-in': async ({ body }) => {
        const { url, account } = signInRequestSchema.parse(JSON.parse(body));
        return {
          status: await (account === null ? cancelSignIn(url) : chooseAccount(url, account)),
        };
      },
      'POST admin-consent': async ({ body }) => {
        const { url, do: deed } = adminConsentRequestSchema.parse(JSON.parse(body));
        const decide = deed === 'approve' ? approveAsAdministrator : declineAsAdministrator;
        return { location: (await decide(url)).href };
      },
      'POST colleagues': ({ body }) => ({
        changed: this.#officeHours.control(colleaguesRequestSchema.parse(JSON.parse(body))),
      }),
    };
  }

  stop(): void {
    this.#officeHours.stop();
  }

  async answer(request: Request): Promise<Answer | null> {
    const [, path] = /^\/_control\/(.+)$/.exec(request.path) ?? [];
    if (path === undefined) return null;
    const handler =
      this.#handlers[`${request.method} ${path}`] ?? this.#driveHandler(request.method, path);
    if (!handler) return json(404, { error: `No such control: ${request.method} ${request.path}` });
    try {
      return json(200, (await handler(request)) ?? {});
    } catch (error) {
      const text = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      return json(400, { error: text });
    }
  }

  #driveHandler(method: string, path: string): Handler | null {
    const [, key, what] = /^drives\/([\w-]+)\/(\w+)$/.exec(path) ?? [];
    const drive = Object.values(this.#simulator.drives).find((one) => one.key === key);
    if (!drive) return null;
    switch (`${method} ${what}`) {
      case 'POST changes':
        return ({ body }) => ({
          changed: makeChange(drive, changeRequestSchema.parse(JSON.parse(body))),
        });
      case 'GET paths':
        return ({ query }) => {
          const kind = z.enum(['file', 'folder', 'package']).optional();
          return { paths: drive.paths(kind.parse(query.get('kind') ?? undefined)) };
        };
      case 'POST access':
        return ({ body }) => this.#access(drive, body);
      default:
        return null;
    }
  }

  #access(drive: Drive, body: string): void {
    const { do: deed, account = '' } = accessRequestSchema.parse(JSON.parse(body));
    switch (deed) {
      case 'loseTokens':
        return drive.loseTokens();
      case 'refuse':
      case 'admit':
        return drive[deed](accountNamed(account).username);
      case 'vanish':
      case 'return':
        drive.gone = deed === 'vanish';
        return undefined;
      case 'refusePush':
      case 'offerPush':
        drive.offersPush = deed === 'offerPush';
    }
  }

  #state() {
    const { origin, pushOrigin, clientId, accounts, drives, knobs, push } = this.#simulator;
    const listed = Object.values(drives).map(({ facts, journal }) => ({
      key: facts.key,
      id: facts.id,
      name: facts.name,
      driveType: facts.driveType,
      webUrl: facts.webUrl,
      items: journal.current.count,
      sockets: push.sockets(facts.key),
    }));
    const people = Object.values(accounts).map(({ person: _person, ...account }) => account);
    return { origin, pushOrigin, clientId, accounts: people, drives: listed, knobs };
  }
}
