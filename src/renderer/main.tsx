import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './global.ts';
import { Root } from './root.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

document.documentElement.lang = navigator.language;
createRoot(place).render(
  <StrictMode>
    <Root api={window.drivebell} locale={navigator.language} nonce={nonce} />
  </StrictMode>,
);
