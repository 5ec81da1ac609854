import { api, startAnswers, startLocale, startWords } from './early.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadFirstParts } from './first-parts.ts';
import { Root } from './root.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

async function draw(place: HTMLElement): Promise<void> {
  const [t, beginning] = await Promise.all([startWords, startAnswers]);
  if (beginning) await loadFirstParts(beginning.snapshot, beginning.page, startLocale);
  createRoot(place).render(
    <StrictMode>
      <Root api={api} locale={startLocale} t={t} nonce={nonce} beginning={beginning} />
    </StrictMode>,
  );
}

void draw(place);
