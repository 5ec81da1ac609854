import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageBus } from 'dbus-native';
import { startDisplay, xvfb } from '../../test/support/display.ts';
import { hasDbusDaemon, joinBus, startDbusDaemon } from '../../test/support/test-bus.ts';
import { TrayWatcher } from '../../test/support/tray-watcher.ts';
import type { Scheme } from './capture.ts';
import { expect } from './expect.ts';
import { cropped, type Pixels, readFramebuffer } from './framebuffer.ts';
import { opened } from './open-things.ts';

const dunst = '/usr/bin/dunst';
export const hasToastScreen = hasDbusDaemon && existsSync(dunst) && existsSync(xvfb);

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
};
const titleAt = 3;
const actionsAt = 5;

/** What the app has asked the desktop to show. */
export interface SentToast {
  readonly title: string;
  /** The labels of its buttons, and of the click on the toast itself first. */
  readonly actions: readonly string[];
}

/** A desktop whose notifications are shown by dunst, on a screen that nobody sees. */
export class ToastScreen implements AsyncDisposable {
  readonly #undo: AsyncDisposableStack;
  readonly #address: string;
  readonly #dir: string;
  readonly #person: MessageBus;
  #sent: SentToast | null = null;

  static async start(scheme: Scheme): Promise<ToastScreen> {
    await using undo = new AsyncDisposableStack();
    const dir = mkdtempSync(join(tmpdir(), 'drivebell-toasts-'));
    undo.defer(() => rmSync(dir, { recursive: true, force: true }));
    writeFileSync(join(dir, 'dunstrc'), dunstrc(scheme));
    const bus = undo.use(await startDbusDaemon());
    const display = undo.use(await startDisplay(['-fbdir', dir]));
    undo.use(await TrayWatcher.start(bus.address, ['/an/icon']));
    const child = spawn(dunst, ['-conf', join(dir, 'dunstrc')], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DBUS_SESSION_BUS_ADDRESS: bus.address,
        DISPLAY: display.name,
        WAYLAND_DISPLAY: '',
      },
    });
    undo.defer(async () => {
      const ended = once(child, 'exit');
      if (child.kill()) await ended;
    });
    const person = undo.adopt(await joinBus(bus.address), (one) => one.close());
    await person.addMatch("eavesdrop='true',type='method_call',member='Notify'");
    return opened(new ToastScreen(undo.move(), { address: bus.address, dir, person }));
  }

  private constructor(
    undo: AsyncDisposableStack,
    parts: { readonly address: string; readonly dir: string; readonly person: MessageBus },
  ) {
    this.#undo = undo;
    this.#address = parts.address;
    this.#dir = parts.dir;
    this.#person = parts.person;
    this.#person.connection.on('message', ({ member, body }) => {
      if (member !== 'Notify' || !body) return;
      const actions = (body[actionsAt] as string[]).filter((_, at) => at % 2 === 1);
      this.#sent = { title: String(body[titleAt]), actions };
    });
  }

  get environment(): Record<string, string> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address };
  }

  /** What the app has sent last. */
  get sent(): SentToast | null {
    return this.#sent;
  }

  /** Once it stands still. */
  async picture(): Promise<Pixels> {
    let last: Pixels | null = null;
    const isStill = async (): Promise<boolean> => {
      const before = last;
      last = this.#look();
      return last !== null && before !== null && areEqual(before, last);
    };
    await expect.poll(isStill, { intervals: [200] }).toBe(true);
    if (!last) throw new Error('Nothing is shown.');
    return last;
  }

  /** The person closes what is shown. */
  async clear(): Promise<void> {
    await this.#person.invoke<void>({
      ...service,
      interface: 'org.dunstproject.cmd0',
      member: 'NotificationCloseAll',
    });
    await expect.poll(() => this.#look()).toBe(null);
    this.#sent = null;
  }

  #look(): Pixels | null {
    return cropped(readFramebuffer(readFileSync(join(this.#dir, 'Xvfb_screen0'))));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#undo.disposeAsync();
  }
}

function areEqual(one: Pixels, other: Pixels): boolean {
  return (
    one.rows.length === other.rows.length &&
    one.rows.every((row, y) => row.equals(other.rows[y] ?? Buffer.alloc(0)))
  );
}

const colours = {
  light: { paper: '#ffffff', words: '#242424', frame: '#d1d1d1' },
  dark: { paper: '#1f1f1f', words: '#ffffff', frame: '#666666' },
} as const;

function dunstrc(scheme: Scheme): string {
  const { paper, words, frame } = colours[scheme];
  const urgencies = ['low', 'normal', 'critical'].map((urgency) => {
    const edge = urgency === 'critical' ? '#c4314b' : frame;
    return `[urgency_${urgency}]\nbackground="${paper}"\nforeground="${words}"\nframe_color="${edge}"\ntimeout=0`;
  });
  return `[global]
width=420
height=200
origin=top-right
offset=16x16
frame_width=1
padding=12
horizontal_padding=14
text_icon_padding=14
font=Sans 10
format="<b>%s</b>\\n%b"
markup=full
word_wrap=yes
alignment=left
vertical_alignment=center
icon_position=left
min_icon_size=40
max_icon_size=40
show_indicators=no
idle_threshold=0
${urgencies.join('\n')}
`;
}
