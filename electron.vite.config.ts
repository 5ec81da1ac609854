import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything is bundled, so that a package carries no node_modules.
export default defineConfig({
  main: {
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
    plugins: [react()],
    build: { minify: true, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
});
