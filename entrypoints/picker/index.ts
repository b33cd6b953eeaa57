import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pick } from '../../lib/canary/pick.ts';
import { givenTo, offerCancel, type PickTexts } from '../../lib/canary/tab-scripts.ts';

/**
 * Injected on the user's click alone: lets them point at a field that LinkedIn's change has hidden from the
 * readers. Draws a frame over the page while it runs, and leaves nothing behind.
 */
export default defineUnlistedScript(async () => {
  const texts = givenTo<PickTexts>('/picker.js');
  if (!texts) return null;
  const cancel = new AbortController();
  const withdraw = offerCancel(() => cancel.abort());
  const picked = await pick(document, texts, { signal: cancel.signal });
  withdraw();
  return picked ?? 'cancelled';
});
