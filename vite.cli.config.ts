import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { externalNatives } from './scripts/natives.ts';

const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** V8 keeps a source with one other letter in two bytes a letter: it would take twice its size in memory. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The CLI as plain Node 20 runs it: everything but the natives is inside, and what is seldom needed lies beside it. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/cli',
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: {
      // Threads are looked for beside the chunk that starts them.
      input: {
        purser: 'cli/index.ts',
        'chunks/count-worker': 'gateway/tokenizer/count-worker.ts',
        'chunks/keychain-worker': 'gateway/secrets/keychain-worker.ts',
      },
      external: [...builtins, ...externalNatives],
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        banner: '#!/usr/bin/env node',
      },
    },
  },
  ssr: { noExternal: true },
  plugins: [
    {
      name: 'ascii',
      // Escapes stand in for letters everywhere but in `String.raw`, which must not have any.
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inAscii(file.code);
      },
    },
    {
      name: 'executable',
      writeBundle(options) {
        chmodSync(`${options.dir}/purser.js`, 0o755);
      },
    },
  ],
});
