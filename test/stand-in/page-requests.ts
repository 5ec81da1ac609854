import type { OnBeforeRequestListenerDetails } from 'electron';
import type { CdpSession } from './cdp.ts';
import { fromChromium, originOf, policyToChromium, toChromium } from './custom-schemes.ts';
import { report } from './report.ts';
import type { Session } from './session.ts';
import { SessionProtocol } from './session-protocol.ts';
import { WebRequest } from './web-request.ts';

type ResourceType = OnBeforeRequestListenerDetails['resourceType'];

export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
}

const resourceTypes: Record<string, ResourceType> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
};

export interface RequestsHost {
  readonly session: Session;
  readonly mainFrameId: string;
  /** Whether the app lets a document be navigated to, having been told of it. */
  mayNavigate(url: string, paused: PausedRequest): boolean;
  describe(): Pick<OnBeforeRequestListenerDetails, 'webContentsId' | 'webContents' | 'frame'>;
  /** What the page was told when the app's handler failed in a way the protocol cannot express. */
  noteFailure(error: string): void;
}

let lastRequestId = 0;

function detailsOf(paused: PausedRequest, host: RequestsHost): OnBeforeRequestListenerDetails {
  const { method, url, headers } = paused.request;
  const documentType = paused.frameId === host.mainFrameId ? 'mainFrame' : 'subFrame';
  const isDocument = paused.resourceType === 'Document';
  return {
    id: ++lastRequestId,
    url: fromChromium(url),
    method,
    resourceType: isDocument ? documentType : (resourceTypes[paused.resourceType] ?? 'other'),
    referrer: fromChromium(headers['Referer'] ?? ''),
    timestamp: Date.now(),
    uploadData: [],
    ...host.describe(),
  };
}

function requestFor(paused: PausedRequest): Request {
  const { method, url, headers, postData } = paused.request;
  const given = new Headers(
    Object.entries(headers).map(([name, value]) => [name, fromChromium(value)] as [string, string]),
  );
  const hasBody = postData !== undefined && method !== 'GET' && method !== 'HEAD';
  const request = new Request(fromChromium(url), {
    method,
    headers: given,
    ...(hasBody ? { body: postData } : {}),
  });
  const referrer = headers['Referer'];
  if (referrer) {
    Object.defineProperty(request, 'initiatorOrigin', { value: originOf(fromChromium(referrer)) });
  }
  return request;
}

function headersFor(response: Response, url: string): { name: string; value: string }[] {
  return [...response.headers].map(([name, value]) => {
    if (name === 'location') return { name, value: toChromium(new URL(value, url).href) };
    if (!name.startsWith('content-security-policy')) return { name, value };
    return { name, value: policyToChromium(value) };
  });
}

/** Takes every request of a page past the app: navigation guards, webRequest, scheme handlers. */
export async function routeRequests(page: CdpSession, host: RequestsHost): Promise<void> {
  const fail = (requestId: string, errorReason: 'Aborted' | 'BlockedByClient' | 'Failed') =>
    page.send('Fetch.failRequest', { requestId, errorReason });

  const serve = async (paused: PausedRequest): Promise<void> => {
    const { requestId } = paused;
    const request = requestFor(paused);
    const served = await SessionProtocol.serve(host.session.protocol, request);
    if ('error' in served) {
      host.noteFailure(served.error);
      await fail(requestId, 'Failed');
      return;
    }
    const { response } = served;
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headersFor(response, request.url),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  };

  const route = async (paused: PausedRequest): Promise<void> => {
    const { requestId, request, resourceType } = paused;
    const url = fromChromium(request.url);
    if (resourceType === 'Other' && url.endsWith('/favicon.ico')) {
      // Asked for by the browser around the page, which Electron does not have.
      await page.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    if (resourceType === 'Document' && !host.mayNavigate(url, paused)) {
      await fail(requestId, 'Aborted');
    } else if (!(await WebRequest.allows(host.session.webRequest, detailsOf(paused, host)))) {
      await fail(requestId, 'BlockedByClient');
    } else if (url !== request.url) await serve(paused);
    else await page.send('Fetch.continueRequest', { requestId });
  };

  page.on('Fetch.requestPaused', (paused: PausedRequest) => {
    route(paused).catch((error: unknown) => {
      // A page closed meanwhile has no request left to answer.
      if (!/Invalid InterceptionId|is gone|Session with given id/.test(String(error))) {
        report(error);
      }
    });
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] });
}
