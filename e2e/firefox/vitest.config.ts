import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The built add-on in a real Firefox. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['e2e/firefox/*.firefox.ts'], pool: 'forks', testTimeout: 120_000, hookTimeout: 120_000 },
});
