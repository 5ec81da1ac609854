import type { CdpSession } from './cdp.ts';

export interface ConsoleMessage {
  readonly level: 'info' | 'warning' | 'error' | 'debug';
  readonly message: string;
  readonly lineNumber: number;
  readonly sourceId: string;
}

const levels: Record<string, ConsoleMessage['level']> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
  verbose: 'debug',
};

/** What the page prints, throws or is refused, as one stream. */
export async function watchConsole(
  page: CdpSession,
  report: (message: ConsoleMessage) => void,
): Promise<void> {
  page.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const frame = stackTrace?.callFrames[0];
    const message = args
      .map((arg) => (arg.value === undefined ? (arg.description ?? arg.type) : String(arg.value)))
      .join(' ');
    report({
      level: levels[type] ?? 'info',
      message,
      lineNumber: (frame?.lineNumber ?? 0) + 1,
      sourceId: frame?.url ?? '',
    });
  });
  page.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { text, exception, lineNumber, url } = exceptionDetails;
    report({
      level: 'error',
      message: `${text} ${exception?.description ?? ''}`.trim(),
      lineNumber: lineNumber + 1,
      sourceId: url ?? '',
    });
  });
  page.on('Log.entryAdded', ({ entry }) => {
    report({
      level: levels[entry.level] ?? 'info',
      message: entry.text,
      lineNumber: (entry.lineNumber ?? 0) + 1,
      sourceId: entry.url ?? '',
    });
  });
  await page.send('Log.enable');
}
