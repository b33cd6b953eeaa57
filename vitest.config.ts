import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.output/**', 'e2e/**/*.e2e.test.ts'],
    // These only end a run that hangs; on a busy machine an honest test may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['./lib/testing/preact-effects.ts'],
    mockReset: true,
    restoreMocks: true,
  },
});
