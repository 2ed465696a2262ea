// Builds the console to dist/app, with its files compressed once for every visitor.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const outDir = join(import.meta.dirname, 'dist/app');
const COMPRESSED = /\.(js|css|html|svg)$/;

/** Writes `.gz` and `.br` beside each text file. */
function compressed() {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(outDir, { recursive: true })) {
        const path = join(outDir, name);
        if (!COMPRESSED.test(name) || !statSync(path).isFile()) continue;
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

export default defineConfig({
  root: join(import.meta.dirname, 'app'),
  plugins: [react(), compressed()],
  resolve: {
    // From source: the console builds without an earlier build of its neighbour.
    alias: { '@outdial/client': join(import.meta.dirname, '../client/src/index.ts') },
  },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    sourcemap: false,
    // What is copied into the files keeps the licences under which it may be copied.
    license: { fileName: 'licenses.md' },
  },
});
