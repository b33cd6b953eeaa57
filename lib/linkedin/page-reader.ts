import type { PageKind, Reading } from '../records.ts';

/**
 * One kind of LinkedIn page. Pure and synchronous: it looks at the document as it stands, changes nothing,
 * and waits for nothing (`settle.ts` does). It runs in the tab, so it must stay small and import no zod;
 * what it gives is checked by `readingSchema` where it arrives.
 */
export interface PageReader {
  kind: PageKind;
  matches(url: URL): boolean;
  /**
   * `notReady` while the content does not (yet) agree with the address: the old person's content stays for
   * a while after an in-app navigation.
   */
  read(page: Document, url: URL): Reading;
}
