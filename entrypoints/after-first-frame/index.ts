import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../../lib/panel/early.ts';

/** Longer than a busy machine takes for a frame; a window that nobody sees has none. */
const patienceMs = 400;

/**
 * Runs the script of popup and side panel, which `data-module` names, when the browser has the first frame: the header
 * that stands in the page. The panel slides in, and the browser takes a frame of it at each step of that, some 40 ms
 * apart: one that waits for the script comes a step later. The popup is drawn at once, and would wait for the script
 * as well. What the script needs of the browser is asked for meanwhile, so that it waits less for that.
 */
export default defineUnlistedScript(() => {
  const path = document.currentScript?.dataset.module ?? '';
  // The second call finds the module of the first.
  const run = () => void import(/* @vite-ignore */ path);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = run;
  // A message sent within a frame arrives when the frame is made.
  requestAnimationFrame(() => port2.postMessage(0));
  setTimeout(run, patienceMs);
  askEarly();
});
