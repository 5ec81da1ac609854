import { createRoot } from 'react-dom/client';
import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  Text,
  webLightTheme,
} from '@fluentui/react-components';

/** The least that Fluent draws under our content security policy: one word. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
createRoot(place).render(
  <RendererProvider renderer={renderer} targetDocument={document}>
    <FluentProvider theme={webLightTheme}>
      <Text>Ready</Text>
    </FluentProvider>
  </RendererProvider>,
);
