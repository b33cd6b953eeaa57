import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followAnchor } from '../../lib/canary/anchor.ts';
import { pointedText } from '../../lib/canary/pointed-text.ts';
import { type Anchors, type Followed, givenTo } from '../../lib/canary/tab-scripts.ts';

/** Injected after a reading that missed fields which the user has pointed at before: reads those places. */
export default defineUnlistedScript((): Followed | null => {
  const anchors = givenTo<Anchors>('/anchor-reader.js');
  if (!anchors) return null;
  const texts: Followed['texts'] = {};
  for (const [field, anchor] of Object.entries(anchors))
    texts[field] = pointedText(followAnchor(document, anchor)) ?? null;
  return { url: location.href, texts };
});
