import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The built extension in a real browser. Each file has servers and browsers of its own, so files run side
 * by side. The timeouts only end a run that hangs: a test waits for events, never for time.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['e2e/**/*.e2e.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
