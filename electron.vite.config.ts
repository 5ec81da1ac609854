import griffel from '@griffel/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licences } from './scripts/bundle/licences.ts';
import { startChunks } from './scripts/bundle/start-chunks.ts';
import { writtenOutTokens } from './scripts/bundle/written-out-tokens.ts';

// Griffel would make its rules of `makeStyles` while the window draws.
// Its types take the package for a CommonJS one.
const writtenOutStyles = (griffel as unknown as typeof griffel.default)({
  include: /\/src\/renderer\/.*\.tsx?$/u,
  babelOptions: { presets: ['@babel/preset-typescript'] },
});

// Everything is bundled, so that a package carries no node_modules.
export default defineConfig({
  main: {
    plugins: [licences({ name: 'main', beside: ['electron'] })],
    define: {
      __DRIVEBELL_CLIENT_ID__: JSON.stringify(process.env['DRIVEBELL_BUILD_CLIENT_ID'] ?? ''),
    },
    build: {
      externalizeDeps: false,
      sourcemap: true,
      minify: true,
      rolldownOptions: {
        input: { index: 'src/main/index.ts', 'search-worker': 'src/core/search/worker.ts' },
        external: ['electron', 'bufferutil', 'utf-8-validate'],
      },
    },
  },
  preload: {
    plugins: [licences({ name: 'preload' })],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [writtenOutTokens(), react(), writtenOutStyles, licences({ name: 'renderer' })],
    build: {
      minify: true,
      rolldownOptions: { input: 'src/renderer/index.html', output: startChunks },
    },
  },
});
