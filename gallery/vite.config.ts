import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The gallery is a page by itself: the components, without the extension around them. */
export default defineConfig({
  root: here('.'),
  base: './',
  resolve: { alias: { 'wxt/browser': here('./browser.ts') } },
  build: {
    outDir: here('../.output/gallery'),
    emptyOutDir: true,
    rollupOptions: { input: [here('./index.html'), here('./show.html')] },
  },
  server: { open: false },
});
