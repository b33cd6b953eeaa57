import { expect, it } from 'vitest';
import { hasDisplay } from './display.ts';

it.each([
  ['darwin', {}, true],
  ['win32', {}, true],
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', { CI: 'true' }, false],
])('on %s with %j a window can be shown: %s', (platform, env, isShown) => {
  expect(hasDisplay(platform, env)).toBe(isShown);
});
