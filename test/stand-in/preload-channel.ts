import type { CdpSession } from './cdp.ts';
import type { FromPage, ToPage } from './ipc-dispatch.ts';
import type { IsolatedWorld } from './isolated-world.ts';

/** Messages between the main process and the preload script of a page's current document. */
export class PreloadChannel {
  readonly #page: CdpSession;
  readonly #world: IsolatedWorld;
  #context: number | null = null;

  constructor(page: CdpSession, world: IsolatedWorld) {
    this.#page = page;
    this.#world = world;
  }

  async install(receive: (message: FromPage, context: number) => void): Promise<void> {
    const { name, binding, mainScript, isolatedScript } = this.#world;
    const page = this.#page;
    page.on('Runtime.bindingCalled', ({ name: called, payload, executionContextId }) => {
      if (called !== binding) return;
      const message = JSON.parse(payload) as FromPage;
      if (message.kind === 'hello') this.#context = executionContextId;
      receive(message, executionContextId);
    });
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#context = null;
    });
    page.on('Runtime.executionContextsCleared', () => {
      this.#context = null;
    });
    page.on('Inspector.targetCrashed', () => {
      this.#context = null;
    });
    await Promise.all([
      page.send('Runtime.addBinding', { name: binding, executionContextName: name }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainScript }),
      page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: isolatedScript,
        worldName: name,
      }),
    ]);
  }

  /** Lost where the document it is for is gone or not there yet, as in Electron. */
  post(message: ToPage, context = this.#context): void {
    if (context === null) return;
    const receiver = JSON.stringify(this.#world.receiver);
    void this.#page
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { globalThis[${receiver}](text); }`,
        executionContextId: context,
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      })
      .catch(() => {});
  }
}
