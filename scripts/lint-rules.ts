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
/** Import or export of what another module has, as a declaration or as an expression. */
interface Taking extends Node {
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
  readonly source: { readonly value?: unknown } | null;
  readonly specifiers?: readonly Specifier[];
}
interface Property extends Node {
  readonly computed: boolean;
  readonly key: Named;
  readonly value: Named;
}
interface MemberExpression extends Node {
  readonly computed: boolean;
  readonly property: Named;
}
interface TemplateElement extends Node {
  readonly value: { readonly raw: string };
}
interface Context {
  readonly filename: string;
  report(finding: { node: Node; message: string }): void;
}

/** Each of these has one adapter in `src/main`; the rest of main asks that adapter. */
const adapters: Readonly<Record<string, string>> = {
  ipcMain: 'ipc.ts',
  shell: 'shell.ts',
  session: 'sessions.ts',
  BrowserWindow: 'window.ts',
  Notification: 'toasts/electron-toasts.ts',
  Tray: 'tray.ts',
  net: 'net.ts',
  safeStorage: 'key-store.ts',
  clipboard: 'clipboard.ts',
  globalShortcut: 'shortcut.ts',
  nativeTheme: 'theme.ts',
  powerMonitor: 'power.ts',
};

const fileOf = ({ filename }: Context): string | undefined =>
  filename.replaceAll('\\', '/').split('/src/main/').at(-1);

const isElectron = (name: unknown): boolean => /^electron(\/main)?$/.test(String(name));

const oneAdapter = {
  create: (context: Context) => ({
    ...takings((node) => {
      if (!isElectron(node.source?.value)) return;
      const message = "Import electron's parts by name, at the top: the layer rules go by names.";
      context.report({ node, message });
    }),
    ImportDeclaration(node: ImportDeclaration): void {
      if (!isElectron(node.source.value) || node.importKind === 'type') return;
      const file = fileOf(context);
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

const programs = 'src/main/commands.ts alone starts programs, but for the app itself';
const network = "Ask the Net port: only Electron's net knows the system's proxy and certificates";

/** Modules that lead out of the app: who may take them, in `src`, and what the others do instead. */
const ways: Readonly<Record<string, readonly [say: string, ...users: readonly string[]]>> = {
  child_process: [
    `Ask the Commands port: ${programs}`,
    'main/commands.ts',
    'main/linux/app-image.ts',
    'main/linux/come-forward.ts',
    'main/try-out.ts',
  ],
  'electron-updater': [
    'src/main/updates/updater.ts loads it when it is needed: ask it',
    'main/updates/updater.ts',
  ],
  // The webhook listens, and asks nobody.
  http: [network, 'main/local-post.ts', 'core/webhook/listener.ts'],
  https: [network, 'main/local-post.ts'],
  http2: [network],
  net: [network, 'core/webhook/address.ts'],
  tls: [network],
  dgram: [network],
  undici: [network],
  ws: [network],
  inspector: ['Nobody looks into a running Drivebell'],
  module: ['What is taken is imported: the layer rules go by imports'],
  vm: ['The app runs its own code only'],
};

const oneUser = {
  create: (context: Context) => {
    const file = context.filename.replaceAll('\\', '/').split('/src/').at(-1) ?? '';
    const judge = (node: Taking): void => {
      const name = String(node.source?.value).replace(/^node:/, '');
      const [say, ...users] = (Object.hasOwn(ways, name) && ways[name]) || [''];
      if (say === '' || users.includes(file) || isOfTypes(node)) return;
      context.report({ node, message: `${say}.` });
    };
    return { ImportDeclaration: judge, ...takings(judge) };
  },
};

function isOfTypes({ importKind, exportKind, specifiers = [] }: Taking): boolean {
  if (importKind === 'type' || exportKind === 'type') return true;
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type');
}

/** The ways to another module that are easily forgotten. */
function takings(judge: (node: Taking) => void) {
  return {
    ImportExpression: judge,
    ExportNamedDeclaration: judge,
    ExportAllDeclaration: judge,
  };
}

/** What is called in one file alone. */
const places: Readonly<Record<string, string>> = {
  loadURL: 'window.ts',
  whenReady: 'index.ts',
};

const onePlace = {
  create: (context: Context) => ({
    MemberExpression(node: MemberExpression): void {
      const name = String(node.property.name ?? node.property.value);
      const place = Object.hasOwn(places, name) ? places[name] : undefined;
      if (place === undefined || place === fileOf(context)) return;
      context.report({ node, message: `Only src/main/${place} calls ${name}.` });
    },
  }),
};

/** Plain http is for this computer alone. */
const plain = /^\s*(?:http|ws):\/\/(?!localhost\b|127\.0\.0\.1\b)/i;

const httpsOnly = {
  create: (context: Context) => {
    const refuse = (node: Node, text: unknown): void => {
      if (typeof text !== 'string' || !plain.test(text)) return;
      context.report({ node, message: 'Nothing is fetched or opened without encryption.' });
    };
    return {
      Literal: (node: Named) => refuse(node, node.value),
      TemplateElement: (node: TemplateElement) => refuse(node, node.value.raw),
    };
  },
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
      if (node.computed) return;
      if (/^(en|dis)ableBlinkFeatures$/.test(key)) {
        context.report({ node, message: `${key}: the page is drawn as Chromium draws any page.` });
      }
      if (!Object.hasOwn(unsafe, key) || node.value.value !== unsafe[key]) return;
      context.report({ node, message: `${key}: ${unsafe[key]} opens the window's sandbox.` });
    },
  }),
};

export default {
  meta: { name: 'drivebell' },
  rules: {
    'one-adapter': oneAdapter,
    'one-place': onePlace,
    'one-user': oneUser,
    'https-only': httpsOnly,
    'no-unsafe-preference': noUnsafePreference,
  },
};
