import { BusName } from './bus-name.ts';
import { type BusSignal, type BusUser, type SessionBus, theBus } from './session-bus.ts';

const name = 'org.kde.StatusNotifierWatcher';
const watcher = { destination: name, path: '/StatusNotifierWatcher' };
const mostItems = 64;

export interface TrayHostParts {
  readonly bus: SessionBus;
  readonly pid: number;
  /** Older desktops embed icons over X11 instead, which cannot be seen from here. */
  readonly mayEmbed: boolean;
  /** How long an icon may take to be taken up. */
  readonly settleMs?: number;
  readonly onVerdict: (isMissing: boolean) => void;
}

/** Whether the desktop shows our tray icon. No error is raised anywhere when nothing does. */
export class TrayHost implements BusUser {
  readonly rules: readonly string[];
  readonly #parts: TrayHostParts;
  readonly #name: BusName;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: TrayHostParts) {
    this.#parts = parts;
    this.#name = new BusName(parts.bus, name, () => this.#lookLater());
    this.rules = [this.#name.rule, `type='signal',sender='${name}',interface='${name}'`];
  }

  /** Call when the icon has been made. */
  start(): void {
    this.#parts.bus.use(this);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  onBus(): void {
    void this.#name.ask();
    this.#lookLater();
  }

  offBus(): void {
    this.#name.lose();
    this.#lookLater();
  }

  onSignal(signal: BusSignal): void {
    this.#name.hear(signal);
    if (signal.interface === name && signal.sender === this.#name.owner) this.#lookLater();
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), this.#parts.settleMs ?? 5000);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { mayEmbed, onVerdict } = this.#parts;
    const { owner } = this.#name;
    if (owner === null && !mayEmbed) onVerdict(true);
    if (typeof owner !== 'string') return;
    const isShown = await this.#isShown();
    if (isShown !== null && owner === this.#name.owner) onVerdict(!isShown);
  }

  /** Null: it cannot be told. */
  async #isShown(): Promise<boolean | null> {
    const reply = await this.#parts.bus.call({
      ...watcher,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'GetAll',
      signature: 's',
      body: [name],
    });
    const [properties] = reply.ok ? reply.values : [];
    if (typeof properties !== 'object' || properties === null) return null;
    const { IsStatusNotifierHostRegistered: hasHost, RegisteredStatusNotifierItems: items } =
      properties as Readonly<Record<string, unknown>>;
    if (hasHost === false) return false;
    if (!Array.isArray(items)) return null;
    const texts = items.filter((item) => typeof item === 'string').slice(0, mostItems);
    const ours = await Promise.all(texts.map((item) => this.#isOurs(item)));
    if (ours.includes(true)) return true;
    return ours.includes(null) ? null : false;
  }

  /** An item is "<name>/path", its name unique or telling the process. */
  async #isOurs(item: string): Promise<boolean | null> {
    const [, told] = /StatusNotifierItem-(\d+)-\d+/.exec(item) ?? [];
    if (told !== undefined) return Number(told) === this.#parts.pid;
    const [unique] = /:\d+\.\d+/.exec(item) ?? [];
    if (unique === undefined) return null;
    const reply = await this.#parts.bus.call({
      ...theBus,
      member: 'GetConnectionUnixProcessID',
      signature: 's',
      body: [unique],
    });
    return reply.ok ? reply.values[0] === this.#parts.pid : null;
  }
}

/** Whether this session is one where a tray icon may be embedded over X11. */
export function mayEmbedIcons(environment: Readonly<Record<string, string | undefined>>): boolean {
  const isWayland =
    environment['XDG_SESSION_TYPE'] === 'wayland' || Boolean(environment['WAYLAND_DISPLAY']);
  return !isWayland && !/gnome/i.test(environment['XDG_CURRENT_DESKTOP'] ?? '');
}
