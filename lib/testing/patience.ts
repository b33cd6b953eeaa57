import { configure } from '@testing-library/preact';
import { vi } from 'vitest';

/**
 * Whoever waits for something in a test goes on as soon as it is there. By themselves both give up after a
 * second, which a busy machine may need; this only ends a wait that would never end.
 */
const longestMs = 60_000;

configure({ asyncUtilTimeout: longestMs });

const ofVitest = vi.waitFor;
// Files that share their modules run this each.
if (ofVitest.name !== 'waitPatiently')
  vi.waitFor = function waitPatiently(check, options = longestMs) {
    const given = typeof options === 'number' ? { timeout: options } : options;
    return ofVitest(check, { timeout: longestMs, ...given });
  };
