import { randomBytes } from 'node:crypto';
import type { CdpConnection, CdpSession } from './cdp.ts';
import { chromium } from './chromium.ts';
import { nativeTheme } from './native-theme.ts';
import { pageSource } from './page-source.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A request to open another page: what `window.open` and `target=_blank` become. */
export interface PopupRequest {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
}

let attaching: Promise<void> | undefined;
const pages = new Map<string, PromiseWithResolvers<CdpSession>>();
const closeListeners = new Map<string, () => void>();
const popupListeners = new Map<string, () => void>();

function pageSlot(targetId: string): PromiseWithResolvers<CdpSession> {
  const slot = pages.get(targetId) ?? Promise.withResolvers<CdpSession>();
  pages.set(targetId, slot);
  return slot;
}

async function attachedPage(targetId: string): Promise<CdpSession> {
  const page = await pageSlot(targetId).promise;
  pages.delete(targetId);
  return page;
}

/** Every new page waits until it is known whether we made it or another page did. */
async function watchTargets(connection: CdpConnection): Promise<void> {
  const { browser } = connection;
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, openerId, type } = targetInfo;
    const session = connection.attach(sessionId);
    const popup = openerId === undefined ? undefined : popupListeners.get(openerId);
    if (type === 'page' && popup) {
      void browser.send('Target.closeTarget', { targetId }).catch(() => {});
      void session.send('Runtime.runIfWaitingForDebugger').catch(() => {});
      popup();
      return;
    }
    void session.send('Runtime.runIfWaitingForDebugger').catch(() => {});
    if (type === 'page') pageSlot(targetId).resolve(session);
  });
  browser.on('Target.detachedFromTarget', ({ targetId = '' }) => closeListeners.get(targetId)?.());
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}

/** One page of Chromium, sized and themed as its window. */
export class PageTarget {
  readonly page: CdpSession;
  readonly targetId: string;
  readonly #browser: CdpSession;
  #size: PageSize;
  #zoom = 1;
  readonly #followTheme = (): void => {
    void this.#send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: schemeValue() }],
    });
  };

  private constructor(browser: CdpSession, page: CdpSession, targetId: string, size: PageSize) {
    this.#browser = browser;
    this.page = page;
    this.targetId = targetId;
    this.#size = size;
  }

  /** Tells the page's id as early as it is known: Playwright may ask for it before all is ready. */
  static async open(size: PageSize, identify: (targetId: string) => void): Promise<PageTarget> {
    const connection = await chromium();
    attaching ??= watchTargets(connection);
    await attaching;
    const { targetId } = await connection.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    identify(targetId);
    const page = await attachedPage(targetId);
    const target = new PageTarget(connection.browser, page, targetId, size);
    await target.#prepare(connection);
    return target;
  }

  /** Hears the page's title from a world of its own, where the page cannot see the listener. */
  async watchTitle(listener: (title: string) => void): Promise<void> {
    const [worldName, name] = ['Title', `t${randomBytes(16).toString('hex')}`];
    this.page.on('Runtime.bindingCalled', (call) => {
      if (call.name === name) listener(call.payload);
    });
    const source = `${pageSource('page/title.ts')}\nwatchTitle('${name}');`;
    await Promise.all([
      this.page.send('Runtime.addBinding', { name, executionContextName: worldName }),
      this.page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(() => {${source}})();`,
        worldName,
      }),
    ]);
  }

  /** Called when the page is gone, whoever closed it. */
  onClose(listener: () => void): void {
    closeListeners.set(this.targetId, listener);
  }

  /** Closes what the page opens before it loads anything, having told of it. */
  onPopup(listener: (request: PopupRequest) => void): void {
    let asked: PopupRequest = { url: '', frameName: '', features: '' };
    this.page.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      asked = { url, frameName: windowName, features: windowFeatures.join(',') };
    });
    popupListeners.set(this.targetId, () => listener(asked));
  }

  resize(size: PageSize): void {
    this.#size = size;
    this.#applySize();
  }

  zoom(level: number): void {
    this.#zoom = 1.2 ** level;
    this.#applySize();
  }

  close(): void {
    nativeTheme.off('updated', this.#followTheme);
    popupListeners.delete(this.targetId);
    closeListeners.delete(this.targetId);
    void this.#browser.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {});
  }

  async #prepare(connection: CdpConnection): Promise<void> {
    const { page } = this;
    page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      // Frames and workers of other processes wait for us; they may run.
      if (targetInfo.type === 'page') return;
      void connection
        .attach(sessionId)
        .send('Runtime.runIfWaitingForDebugger')
        .catch(() => {});
    });
    page.on('Page.javascriptDialogOpening', ({ type }) => {
      const accept = type === 'beforeunload';
      void page.send('Page.handleJavaScriptDialog', { accept }).catch(() => {});
    });
    nativeTheme.on('updated', this.#followTheme);
    // Whoever else looks at the page may have answered the new document before.
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#followTheme();
    });
    this.#applySize();
    this.#followTheme();
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      page.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
    ]);
  }

  #applySize(): void {
    const { width, height } = this.#size;
    void this.#send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / this.#zoom),
      height: Math.round(height / this.#zoom),
      deviceScaleFactor: this.#zoom === 1 ? 0 : this.#zoom,
      mobile: false,
    });
  }

  /** Where the page may be closing, its answer does not matter. */
  readonly #send: CdpSession['send'] = (method, params) =>
    this.page.send(method, params).catch(() => ({})) as never;
}

const schemeValue = (): string =>
  nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
