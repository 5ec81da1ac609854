import { type ReactNode, useMemo } from 'react';
import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import type { Api } from '../shared/ipc.ts';
import type { Translate } from '../shared/texts/translate.ts';
import type { Beginning } from './beginning.ts';
import { DrivebellWindow } from './drivebell-window.tsx';
import { AnnouncerProvider } from './shell/announcer.tsx';
import { Boundary } from './shell/boundary.tsx';
import { FailureProvider } from './shell/failure.tsx';
import { NowContext, SurroundingsContext, useTicking } from './surroundings.ts';
import { useTheme } from './theme.ts';

export interface RootProps {
  readonly api: Api;
  readonly locale: string;
  /** Speaks the language of the locale. */
  readonly t: Translate;
  /** Fluent's styles are written at run time: the page's CSP lets only this nonce through. */
  readonly nonce?: string | undefined;
  readonly clock?: () => number;
  readonly readAfterMs?: number;
  /** What is known before anything is drawn. */
  readonly beginning?: Beginning | null;
  readonly children?: ReactNode;
}

/** The whole window and all it needs, given from outside. */
export function Root(props: RootProps): ReactNode {
  const { api, locale, t, nonce, clock = Date.now, readAfterMs = 2000 } = props;
  const theme = useTheme();
  const now = useTicking(clock);
  const renderer = useMemo(
    () => createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {}),
    [nonce],
  );
  const surroundings = useMemo(
    () => ({ api, t, locale, clock, readAfterMs }),
    [api, t, locale, clock, readAfterMs],
  );
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme}>
        <SurroundingsContext value={surroundings}>
          <NowContext value={now}>
            <AnnouncerProvider>
              <FailureProvider>
                <Boundary>
                  {props.children ?? <DrivebellWindow beginning={props.beginning ?? null} />}
                </Boundary>
              </FailureProvider>
            </AnnouncerProvider>
          </NowContext>
        </SurroundingsContext>
      </FluentProvider>
    </RendererProvider>
  );
}
