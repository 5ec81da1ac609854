/** Our own rules for oxlint, where its built-in ones cannot say who may use what. */

interface Node {
  readonly type: string;
}
interface Named extends Node {
  readonly name?: string;
  readonly value?: unknown;
}
interface Specifier extends Node {
  readonly importKind?: 'type' | 'value';
  readonly imported?: Named;
}
interface ImportDeclaration extends Node {
  readonly importKind?: 'type' | 'value';
  readonly source: { readonly value: string };
  readonly specifiers: readonly Specifier[];
}
interface Property extends Node {
  readonly computed: boolean;
  readonly key: Named;
  readonly value: Named;
}
interface Context {
  readonly filename: string;
  report(finding: { node: Node; message: string }): void;
}

/** Each of these has one adapter in `src/main`; the rest of main asks that adapter. */
const adapters: Readonly<Record<string, string>> = {
  ipcMain: 'ipc.ts',
  shell: 'browser.ts',
  session: 'sessions.ts',
  BrowserWindow: 'window.ts',
  Notification: 'toasts/electron-toasts.ts',
  Tray: 'tray.ts',
  net: 'net.ts',
  safeStorage: 'key-store.ts',
  clipboard: 'clipboard.ts',
};

const oneAdapter = {
  create: (context: Context) => ({
    ImportDeclaration(node: ImportDeclaration): void {
      if (!/^electron(\/main)?$/.test(node.source.value) || node.importKind === 'type') return;
      const file = context.filename.replaceAll('\\', '/').split('/src/main/').at(-1);
      for (const specifier of node.specifiers) {
        if (specifier.importKind === 'type') continue;
        if (specifier.type !== 'ImportSpecifier') {
          const message = "Import electron's parts by name: the layer rules go by names.";
          context.report({ node: specifier, message });
          continue;
        }
        const name = specifier.imported?.name ?? '';
        const owner = Object.hasOwn(adapters, name) ? adapters[name] : undefined;
        if (owner !== undefined && owner !== file) {
          const message = `Only src/main/${owner} uses ${name}: ask it.`;
          context.report({ node: specifier, message });
        }
      }
    },
  }),
};

/** Settings of windows and schemes that must never take this value; leaving them out is fine. */
const unsafe: Readonly<Record<string, boolean>> = {
  allowRunningInsecureContent: true,
  allowServiceWorkers: true,
  bypassCSP: true,
  contextIsolation: false,
  experimentalFeatures: true,
  nodeIntegration: true,
  nodeIntegrationInSubFrames: true,
  nodeIntegrationInWorker: true,
  sandbox: false,
  webSecurity: false,
  webviewTag: true,
};

const noUnsafePreference = {
  create: (context: Context) => ({
    Property(node: Property): void {
      const key = node.key.name ?? String(node.key.value);
      if (node.computed || !Object.hasOwn(unsafe, key) || node.value.value !== unsafe[key]) return;
      context.report({ node, message: `${key}: ${unsafe[key]} opens the window's sandbox.` });
    },
  }),
};

export default {
  meta: { name: 'drivebell' },
  rules: { 'one-adapter': oneAdapter, 'no-unsafe-preference': noUnsafePreference },
};
