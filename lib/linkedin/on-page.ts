import type { CompanyRecord } from '../records.ts';
import { type CompanyAddress, companyIn, type PersonAddress, personIn } from './address.ts';
import { isMarked } from './find.ts';
import * as hooks from './hooks.ts';
import { isHidden, refusalOf, saysMissing } from './negative.ts';
import { profileScriptFor } from './profile-layout.ts';
import type { ScriptName } from './script-names.ts';
import type { TabReading } from './seen.ts';

/**
 * Reads the document as it stands, once. Pure and synchronous: it changes nothing and waits for nothing
 * (`settle.ts` does). It runs in the tab, so it must stay small and import no valibot; what it gives is checked by
 * `tabReadingSchema` where it arrives. `notReady` while the content does not (yet) agree with the address: the old
 * person's content stays for a while after an in-app navigation.
 */
export type ReadPage = (page: Document, url: URL) => TabReading;

/** Reads a page of one kind; pages that refuse to be read are refused first, whatever their address. */
export function onPage(read: ReadPage, isPerson = false): ReadPage {
  return (page, url) => {
    const refusal = refusalOf(page, isPerson);
    if (refusal) return refusal;
    const reading = read(page, url);
    if (isHidden(reading)) return { outcome: 'anonymous' };
    const isNothing = reading.outcome === 'notReady' || reading.outcome === 'unsupported';
    return isNothing && saysMissing(page) ? { outcome: 'notFound' } : reading;
  };
}

/** A profile and its sub-pages, `/in/<handle>/…`, where it is built in the way that this script knows. */
export function onProfile(
  script: ScriptName,
  read: (page: Document, address: PersonAddress) => TabReading,
): ReadPage {
  return onPage((page, url) => {
    const address = personIn(url);
    if (!address) return { outcome: 'unsupported' };
    const right = profileScriptFor(page);
    if (!right) return { outcome: 'notReady', page: 'profile', missing: ['content'] };
    return right === script ? read(page, address) : { outcome: 'otherScript', script: right };
  }, true);
}

/**
 * A company's, school's or showcase's page on any tab. Signed in, company pages are Ember to this day; a frontend
 * that nobody has seen yet is read as far as it goes and marked so.
 */
export function onCompany(
  script: ScriptName,
  read: (page: Document, address: CompanyAddress) => CompanyRecord | string,
): ReadPage {
  return onPage((page, url) => {
    const address = companyIn(url);
    if (!address) return { outcome: 'unsupported' };
    const { pageMeta, page: section } = hooks.guestCompany;
    const right = isMarked(page, pageMeta, section) ? 'company-guest' : 'company';
    if (right !== script) return { outcome: 'otherScript', script: right };
    const found = read(page, address);
    return typeof found === 'string'
      ? { outcome: 'notReady', page: 'company', missing: [found] }
      : { outcome: 'record', record: found };
  });
}
