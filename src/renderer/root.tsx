import { type ReactNode, useMemo } from 'react';
import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import type { Api } from '../shared/ipc.ts';
import { createTranslate } from './i18n.ts';
import { DrivebellWindow } from './drivebell-window.tsx';
import { AnnouncerProvider } from './shell/announcer.tsx';
import { FailureProvider } from './shell/failure.tsx';
import { NowContext, SurroundingsContext, useTicking } from './surroundings.ts';
import { useTheme } from './theme.ts';

export interface RootProps {
  readonly api: Api;
  readonly locale: string;
  /** Fluent's styles are written at run time: the page's CSP lets only this nonce through. */
  readonly nonce?: string | undefined;
  readonly clock?: () => number;
  readonly readAfterMs?: number;
  readonly children?: ReactNode;
}

/** The whole window and all it needs, given from outside. */
export function Root(props: RootProps): ReactNode {
  const { api, locale, nonce, clock = Date.now, readAfterMs = 2000 } = props;
  const theme = useTheme();
  const now = useTicking(clock);
  const renderer = useMemo(
    () => createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {}),
    [nonce],
  );
  const surroundings = useMemo(
    () => ({ api, t: createTranslate(locale), locale, clock, readAfterMs }),
    [api, locale, clock, readAfterMs],
  );
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme}>
        <SurroundingsContext value={surroundings}>
          <NowContext value={now}>
            <AnnouncerProvider>
              <FailureProvider>{props.children ?? <DrivebellWindow />}</FailureProvider>
            </AnnouncerProvider>
          </NowContext>
        </SurroundingsContext>
      </FluentProvider>
    </RendererProvider>
  );
}
