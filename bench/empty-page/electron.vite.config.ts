import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import app from '../../electron.vite.config.ts';

const { renderer } = app;

// As the app's own page is built.
export default defineConfig({
  renderer: {
    ...renderer,
    root: import.meta.dirname,
    build: {
      ...renderer?.build,
      outDir: join(import.meta.dirname, '..', '..', 'test-results', 'empty-page'),
      rolldownOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  },
});
