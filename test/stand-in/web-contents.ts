import type { WebPreferences } from 'electron';
import { app } from './app.ts';
import { fromChromium, toChromium } from './custom-schemes.ts';
import { createEvent } from './event.ts';
import { dispatchInvoke, dispatchSend, type FromPage } from './ipc-dispatch.ts';
import { createIsolatedWorld } from './isolated-world.ts';
import { evaluateInPage } from './page-evaluate.ts';
import { loadError, PageLoad } from './page-load.ts';
import { NavigationGuard, openDetails } from './navigation-guard.ts';
import { watchConsole } from './page-console.ts';
import { type PausedRequest, routeRequests } from './page-requests.ts';
import { type PageSize, PageTarget } from './page-target.ts';
import { PreloadChannel } from './preload-channel.ts';
import { report } from './report.ts';
import { type Session, session } from './session.ts';
import { loud, refuseWhenDestroyed, strictEmitter } from './strict.ts';
import type { PlayedMembers } from './web-contents-members.ts';
import { checkWebPreferences, preloadOf } from './web-preferences.ts';
import { WebFrameMain } from './web-frame-main.ts';
import { encode } from './wire.ts';

type OpenHandler = (details: object) => { action: 'allow' | 'deny' };

const all = new Map<number, WebContents>();
let lastId = 0;

const sessionOf = ({ session: given, partition }: WebPreferences): Session =>
  (given as unknown as Session | undefined) ?? session.fromPartition(partition ?? '');

/** One page and what Electron tells of it. */
export class WebContents
  extends strictEmitter('webContents', ['devToolsWebContents'])
  implements PlayedMembers
{
  readonly id = ++lastId;
  readonly #session: Session;
  readonly #preferences: WebPreferences;
  readonly #opened: Promise<PageTarget>;
  #targetId: string | null = null;
  #channel: PreloadChannel | null = null;
  #frame: WebFrameMain;
  #frameIsFresh = false;
  #url = '';
  #title = '';
  #zoomLevel = 0;
  #loading = false;
  #crashed = false;
  #destroyed = false;
  readonly #guard = new NavigationGuard();
  #failure = '';
  #loaderId: string | null = null;
  #load = new PageLoad('');
  #openHandler: OpenHandler | null = null;

  constructor(preferences: WebPreferences, size: PageSize) {
    super();
    checkWebPreferences(preferences);
    this.#preferences = preferences;
    this.#session = sessionOf(preferences);
    this.#frame = this.#newFrame('');
    all.set(this.id, this);
    this.#opened = this.#open(size);
    this.#opened.catch((error: unknown) => {
      // Closed from outside while it was being opened, or truly broken: either way it is no more.
      if (!this.#destroyed && !/Session with given id|is gone/.test(String(error))) report(error);
      WebContents.destroy(this);
    });
    app.emit('web-contents-created', createEvent(), this);
  }

  get session(): Session {
    return this.#session;
  }

  get mainFrame(): WebFrameMain {
    return this.#frame;
  }

  get zoomLevel(): number {
    return this.#zoomLevel;
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }

  getURL(): string {
    return this.#url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): 'window' {
    return 'window';
  }

  isLoading(): boolean {
    return this.#loading;
  }

  isLoadingMainFrame(): boolean {
    return this.#loading;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isFocused(): boolean {
    return false;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  getZoomLevel(): number {
    return this.#zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level;
    void this.#opened.then((target) => target.zoom(level));
  }

  openDevTools(): void {}
  closeDevTools(): void {}
  focus(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  loadURL(url: string): Promise<void> {
    this.#load.fail(loadError('ERR_ABORTED'));
    const load = new PageLoad(url);
    this.#load = load;
    void this.#navigate(load).catch(() => this.#failLoad(load, 'ERR_FAILED'));
    return load.promise;
  }

  reload(): void {
    this.#guard.expect(toChromium(this.#url));
    void this.#opened.then(({ page }) => page.send('Page.reload')).catch(() => {});
  }

  send(channel: string, ...args: unknown[]): void {
    this.#frame.send(channel, ...args);
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (!this.#url || this.#loading) {
      await new Promise((resolve) => {
        this.once('did-stop-loading', resolve);
      });
    }
    const { page } = await this.#opened;
    return evaluateInPage(page, code, userGesture);
  }

  forcefullyCrashRenderer(): void {
    void this.#opened.then(({ page }) => page.send('Page.crash')).catch(() => {});
  }

  close(): void {
    this.emit('close', createEvent());
    WebContents.destroy(this);
  }

  /** For the window: the page changes with it. */
  static resize(contents: WebContents, size: PageSize): void {
    void contents.#opened.then((target) => target.resize(size)).catch(() => {});
  }

  static destroy(contents: WebContents): void {
    if (contents.#destroyed) return;
    contents.#destroyed = true;
    all.delete(contents.id);
    WebFrameMain.dispose(contents.#frame);
    contents.#load.fail(loadError('ERR_FAILED'));
    void contents.#opened.then((target) => target.close()).catch(() => {});
    contents.emit('destroyed', createEvent());
  }

  static byTarget(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.#targetId === targetId);
  }

  async #open(size: PageSize): Promise<PageTarget> {
    const target = await PageTarget.open(size, (targetId) => {
      this.#targetId = targetId;
    });
    const { page, targetId } = target;
    target.onClose(() => WebContents.destroy(this));
    if (this.#destroyed) target.close();
    page.on('Inspector.targetCrashed', () => this.#renderProcessGone());
    target.onPopup((request) => {
      const answer = this.#openHandler?.(openDetails(request, this.#url));
      if (answer?.action === 'deny') return;
      process.stderr.write('stand-in: windows opened by a page are not implemented\n');
    });
    this.#watchLoading(target);
    await Promise.all([
      page.send('Inspector.enable'),
      watchConsole(page, (message) => {
        const sourceId = fromChromium(message.sourceId);
        this.emit('console-message', createEvent({ ...message, sourceId, frame: this.#frame }));
      }),
      routeRequests(page, {
        session: this.#session,
        mainFrameId: targetId,
        mayNavigate: (url, paused) => this.#mayNavigate(url, paused),
        describe: () => ({
          webContentsId: this.id,
          webContents: this as never,
          frame: this.#frame as never,
        }),
        noteFailure: (error) => {
          this.#failure = error;
        },
      }),
      target.watchTitle((title) => {
        this.#title = title;
        this.emit('page-title-updated', createEvent(), title, true);
      }),
      this.#installPreload(target),
    ]);
    return target;
  }

  async #installPreload({ page }: PageTarget): Promise<void> {
    const preload = preloadOf(this.#preferences);
    if (preload === null) return;
    try {
      const world = createIsolatedWorld(preload, this.#preferences.additionalArguments ?? []);
      this.#channel = new PreloadChannel(page, world);
    } catch (error) {
      process.stderr.write(`Unable to load preload script: ${preload}\n${String(error)}\n`);
      this.emit('preload-error', createEvent(), preload, error);
      return;
    }
    await this.#channel.install((message, context) => this.#receive(message, context));
  }

  #watchLoading({ page, targetId }: PageTarget): void {
    page.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId !== targetId) return;
      this.#loading = true;
      this.emit('did-start-loading', createEvent());
    });
    page.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (frameId !== targetId) return;
      this.#loading = false;
      this.emit('did-stop-loading', createEvent());
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.#loaderId = frame.unreachableUrl ? null : frame.loaderId;
      if (this.#loaderId !== null) this.#commit(fromChromium(frame.url));
    });
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== targetId) return;
      this.#url = fromChromium(url);
      this.emit('did-navigate-in-page', createEvent(), this.#url, true);
    });
    page.on('Page.lifecycleEvent', ({ name, loaderId }) => {
      // Neither the empty page a window starts with nor an error page is one of Electron's.
      if (loaderId === this.#loaderId) this.#progress(name);
    });
    page.on('Page.downloadWillBegin', ({ url, guid, suggestedFilename }) => {
      const item = { getURL: () => fromChromium(url), getFilename: () => suggestedFilename };
      this.#session.emit('will-download', createEvent(), item, this);
      void page.send('Browser.cancelDownload', { guid }).catch(() => {});
    });
  }

  #progress(name: string): void {
    if (name === 'firstPaint') this.emit('ready-to-show');
    if (name === 'DOMContentLoaded') this.emit('dom-ready', createEvent());
    if (name !== 'load') return;
    this.emit('did-frame-finish-load', createEvent(), true);
    this.emit('did-finish-load', createEvent());
    if (this.#load.committed) this.#load.finish();
  }

  #commit(url: string): void {
    this.#load.committed = true;
    if (this.#frameIsFresh && this.#frame.url === url) this.#frameIsFresh = false;
    else this.#replaceFrame(url);
    this.#crashed = false;
    this.emit('did-navigate', createEvent(), url, 200, 'OK');
  }

  #replaceFrame(url: string): void {
    this.#url = url;
    WebFrameMain.dispose(this.#frame);
    this.#frame = this.#newFrame(url);
  }

  #newFrame(url: string): WebFrameMain {
    return new WebFrameMain(
      {
        sendToPage: (channel, args) => {
          this.#channel?.post({ kind: 'message', channel, args: serialize(args) });
        },
        executeJavaScript: (code, userGesture) => this.executeJavaScript(code, userGesture),
      },
      url,
    );
  }

  async #navigate(load: PageLoad): Promise<void> {
    const { page } = await this.#opened;
    if (!URL.canParse(load.url)) {
      this.#failLoad(load, 'ERR_INVALID_URL');
      return;
    }
    this.#failure = '';
    const url = toChromium(load.url);
    this.#guard.expect(url);
    const { errorText } = await page.send('Page.navigate', { url });
    if (errorText) this.#failLoad(load, this.#failure || errorText);
  }

  #failLoad(load: PageLoad, text: string): void {
    if (this.#destroyed || load !== this.#load) return;
    const error = loadError(text);
    const { errorCode, errorDescription } = error;
    this.emit('did-fail-load', createEvent(), errorCode, errorDescription, load.url, true);
    load.fail(error);
  }

  #mayNavigate(url: string, paused: PausedRequest): boolean {
    const isMainFrame = paused.frameId === this.#targetId;
    return this.#guard.allows(paused, isMainFrame, (name) => {
      const frame = this.#frame;
      const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
      const event = createEvent(details);
      this.emit(name, event, url, false, isMainFrame, frame.processId, frame.routingId);
      return !event.defaultPrevented;
    });
  }

  #receive(message: FromPage, context: number): void {
    if (this.#destroyed) return;
    if (message.kind === 'hello') {
      // Its navigation may be told of before or after: either way it is one document.
      this.#replaceFrame(fromChromium(message.url));
      this.#frameIsFresh = true;
      return;
    }
    const senderFrame = this.#frame;
    const event = { type: 'frame', sender: this, senderFrame, processId: 1, ports: [] };
    if (message.kind === 'preload-error') {
      const error = Object.assign(new Error(message.message), { stack: message.stack });
      this.emit('preload-error', createEvent(), preloadOf(this.#preferences), error);
    } else if (message.kind === 'send') {
      const reply = (channel: string, ...args: unknown[]): void =>
        senderFrame.send(channel, ...args);
      dispatchSend(message, createEvent({ ...event, reply }) as { sender: unknown });
    } else {
      void dispatchInvoke(message, createEvent(event)).then((reply) =>
        this.#channel?.post(reply, context),
      );
    }
  }

  #renderProcessGone(): void {
    this.#crashed = true;
    const event = createEvent();
    const details = { reason: 'crashed', exitCode: 5 };
    this.emit('render-process-gone', event, details);
    app.emit('render-process-gone', event, this, details);
  }
}

function serialize(args: unknown[]): string {
  try {
    return encode(args);
  } catch {
    throw new Error('Failed to serialize arguments');
  }
}

refuseWhenDestroyed(WebContents.prototype, []);

export const webContents = loud('webContents', {
  getAllWebContents: () => [...all.values()],
  fromId: (id: number) => all.get(id),
  fromDevToolsTargetId: (targetId: string) => WebContents.byTarget(targetId),
  getFocusedWebContents: () => null,
});
