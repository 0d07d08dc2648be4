import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { bundledLicences } from './scripts/licences.ts';
import { externalNatives } from './scripts/natives.ts';

const from = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      // Node 20.18 is the oldest Electron's; see docs/adr.
      target: 'node20.18',
      rolldownOptions: {
        input: {
          index: from('electron/main/index.ts'),
          'gateway-host': from('electron/gateway-host/index.ts'),
          // Threads are looked for beside the chunk that starts them.
          'chunks/count-worker': from('gateway/tokenizer/count-worker.ts'),
          'chunks/keychain-worker': from('gateway/secrets/keychain-worker.ts'),
        },
        // Everything else is bundled: it starts faster.
        external: [...externalNatives],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('electron/preload/index.ts'), passphrase: from('electron/preload/passphrase.ts') },
        // A sandboxed preload script is loaded as one CommonJS file, so they must not share a module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [
      react(),
      {
        name: 'licences',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'licences.txt', source: bundledLicences(import.meta.dirname) });
        },
      },
    ],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      // Comes from disk or over loopback, so its size costs nobody a wait.
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: { input: { index: from('renderer/index.html'), passphrase: from('renderer/passphrase.html') } },
    },
  },
});
