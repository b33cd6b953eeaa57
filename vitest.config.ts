import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const tests = ['**/*.test.{ts,tsx}'];
const notHere = [...configDefaults.exclude, '.output/**', 'e2e/**/*.e2e.test.ts'];

/** They put something in a module's place, or ask what a module does when it is first loaded. */
const alone = [
  'components/help/HelpPage.test.tsx',
  'components/list/ListScreen.test.tsx',
  'components/try/TryPage.test.tsx',
  'lib/background/wiring.test.ts',
];

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    // These only end a run that hangs; on a busy machine an honest test may take its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    setupFiles: [
      './lib/testing/patience.ts',
      './lib/testing/preact-effects.ts',
      './lib/testing/limiter-clock.ts',
    ],
    mockReset: true,
    restoreMocks: true,
    pool: 'threads',
    // By itself it leaves one processor free, which is half of a small machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Loading the modules anew for each file took longer than the tests.
      {
        extends: true,
        test: { name: 'together', include: tests, exclude: [...notHere, ...alone], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: notHere } },
    ],
  },
});
