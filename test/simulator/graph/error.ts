import { type Answer, type Headers, json } from '../http/answer.ts';

/** Both come with every answer, and again inside every error (sheet 5.1). */
export interface RequestIds {
  readonly 'request-id': string;
  readonly 'client-request-id': string;
}

/** A refusal by Graph, to be thrown from wherever it is noticed. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Headers;

  constructor(status: number, code: string, message: string, headers: Headers = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  answer(ids: RequestIds): Answer {
    const innerError = { date: new Date().toISOString().slice(0, 19), ...ids };
    const body = { error: { code: this.code, message: this.message, innerError } };
    return json(this.status, body, this.headers);
  }
}

export const notFound = () =>
  new GraphError(404, 'itemNotFound', 'The resource could not be found.');
export const accessDenied = () => new GraphError(403, 'accessDenied', 'Access denied');
export const invalidRequest = (message: string) => new GraphError(400, 'InvalidRequest', message);
export const notAllowed = () => new GraphError(405, 'notAllowed', 'Method not allowed');
export const notSupported = () => new GraphError(400, 'notSupported', 'Operation not supported');

/** What Microsoft says with a status, for faults that give nothing but one. */
export function usualError(status: number, headers: Record<string, string> = {}): GraphError {
  const [code, message] = usual[status] ?? [
    'generalException',
    'An unspecified error has occurred.',
  ];
  return new GraphError(status, code, message, headers);
}

const usual: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['invalidRequest', 'Invalid request'],
  401: ['InvalidAuthenticationToken', 'Access token validation failure.'],
  403: ['accessDenied', 'Access denied'],
  404: ['itemNotFound', 'The resource could not be found.'],
  409: ['nameAlreadyExists', 'The specified item name already exists.'],
  410: ['resyncRequired', 'Resync required. Replace any local items with the server’s version.'],
  429: ['TooManyRequests', 'Too Many Requests'],
  500: ['generalException', 'There was an internal server error while processing the request.'],
  501: ['notSupported', 'Operation not supported'],
  503: [
    'serviceNotAvailable',
    'The service is not available. Try the request again after a delay.',
  ],
  504: ['UnknownError', 'ProfileException'],
  507: ['quotaLimitReached', 'Insufficient Space Available'],
  509: ['activityLimitReached', 'The app or user has been throttled.'],
};
