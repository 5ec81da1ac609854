import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../core/ports.ts';
import { redact } from './redact.ts';

const mostBytes = 1024 * 1024;
const mostFiles = 5;

type Details = Parameters<Log['info']>[1];

/** logs/drivebell.log and its four elders, 1 MB each. Logging never throws. */
export class LogFile implements Log {
  readonly #write: (line: string) => void;
  readonly #part: string;

  constructor(write: (line: string) => void, part = 'app') {
    this.#write = write;
    this.#part = part;
  }

  info(event: string, details?: Details): void {
    this.#line('info', event, details);
  }

  warn(event: string, details?: Details): void {
    this.#line('warn', event, details);
  }

  child(part: string): Log {
    return new LogFile(this.#write, `${this.#part}/${part}`);
  }

  #line(level: string, event: string, details: Details): void {
    const rest = details === undefined ? '' : ` ${JSON.stringify(details)}`;
    this.#write(redact(`${new Date().toISOString()} ${level} ${this.#part} ${event}${rest}`));
  }
}

/** Keeps the last lines, for who asks what has just happened. */
export class LastLines {
  readonly #most: number;
  #lines: readonly string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  get all(): readonly string[] {
    return this.#lines;
  }

  add(line: string): void {
    this.#lines = [...this.#lines, line].slice(-this.#most);
  }
}

/** Appends lines to a file in `dir`, moving it aside when it is full. */
export function rotatingFile(dir: string): (line: string) => void {
  const path = join(dir, 'drivebell.log');
  return (line) => {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      if (sizeOf(path) > mostBytes) rotate(path);
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not stop the app for the sake of its log.
    }
  };
}

function rotate(path: string): void {
  rmSync(`${path}.${mostFiles - 1}`, { force: true });
  for (let age = mostFiles - 2; age >= 0; age -= 1) {
    const from = age === 0 ? path : `${path}.${age}`;
    if (sizeOf(from) > 0) renameSync(from, `${path}.${age + 1}`);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
