import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Anchor, followAnchor } from '../../lib/canary/anchor.ts';
import { pointedText } from '../../lib/canary/pointed-text.ts';
import { type Followed, takeGiven } from '../../lib/canary/tab-scripts.ts';

/** Injected after a reading that missed fields which the user has pointed at before: reads those places. */
export default defineUnlistedScript((): Followed | null => {
  const anchors = takeGiven<Anchor[]>();
  if (!anchors) return null;
  const texts = anchors.map((anchor) => pointedText(followAnchor(document, anchor)) ?? null);
  return { url: location.href, texts };
});
