import type { PersonFieldName } from '../records.ts';
import { handleIn, handleOf, type PersonAddress, sameHandle } from './address.ts';
import { overlayOf } from './contact-overlay.ts';
import { areaOf, handlesIn, idIn, isPart, type Payload, payloadOf, topCardIn } from './ember-page.ts';
import { createFields } from './fields.ts';
import * as hooks from './hooks.ts';
import { linesOf, outermost } from './lines.ts';
import { notReady, type PersonFields, personReading, putName } from './person.ts';
import type { TabReading } from './seen.ts';
import { seenIn } from './seen-entries.ts';
import { countOf, textOf } from './text.ts';
import { photoIn } from './top-card.ts';

const ember = hooks.emberProfile;
const link = hooks.link;

/** Sub-pages of a member's page in the Ember frontend that have no top card: one list, or the activity. */
export function readEmberPart(page: Document, address: PersonAddress): TabReading {
  const area = areaOf(page);
  if (!isPart(address) || topCardIn(area)) return { outcome: 'otherScript', script: 'profile-ember' };
  return address.tail[0] === 'details' ? readDetails(page, area, address) : readActivity(page, address);
}

/**
 * A details page: a list alone. Its items' ids bear the member's id, which the embedded data ties to the
 * handle; otherwise the links to other sub-pages say whose it is.
 */
function readDetails(page: Document, area: Element, address: PersonAddress): TabReading {
  const listed = /ACoA[\w-]{35}/.exec(area.querySelector(ember.detailsItem)?.id ?? '')?.[0];
  const handles = handlesIn(area);
  const handle = handleOf(address, handles);
  const payload = payloadOf(page, handle);
  const lnId = listed ?? idIn(area, handle);
  // The data tie an id to the handle of an address; an address that has an id itself needs that one.
  const wanted = address.handle ? payload?.lnId : address.lnId;
  const agrees =
    (lnId !== undefined && lnId === wanted) ||
    (handles.length > 0 && handles.every((other) => sameHandle(other, address.handle)));
  if (!agrees) return notReady('list');
  const isExperience = address.tail[1] === 'experience';
  const items = outermost([...area.querySelectorAll(ember.experienceItem)]);
  const experience = isExperience ? seenIn(items) : undefined;
  if (isExperience && !experience?.length) return notReady('experience');
  const fields = createFields<PersonFieldName>();
  if (payload && payload.lnId === lnId) putPayload(fields, payload);
  const seen = { experience, hasOverlay: overlayOf(page, handle, hooks.contactOverlay.ember) !== undefined };
  return personReading({ address, handle, lnId, layout: 'ember', fields, notices: ['subPage'], seen });
}

function putPayload(fields: PersonFields, payload: Payload): void {
  const { firstName, lastName } = payload;
  fields.put('firstName', firstName, 'structured');
  fields.put('lastName', lastName, 'structured');
  fields.put('fullName', [firstName, lastName].filter(Boolean).join(' '), 'structured');
  fields.put('headline', payload.headline, 'structured');
}

/** Recent activity: a small card beside the posts, around a link to the profile. */
function readActivity(page: Document, address: PersonAddress): TabReading {
  for (const anchor of page.body.querySelectorAll(link.person)) {
    if (anchor.closest('header, nav')) continue;
    if (!sameHandle(handleIn(anchor.getAttribute('href')), address.handle)) continue;
    const card = anchor.closest(ember.activityCard);
    const name = card?.querySelector('h3, h2, h1');
    if (!card || !name || !textOf(name)) continue;
    const fields = createFields<PersonFieldName>();
    putName(fields, textOf(name), 'heading');
    const headline = name.nextElementSibling;
    fields.put('headline', headline ? textOf(headline) : undefined, 'position');
    fields.put('photoUrl', photoIn(card, name), 'position');
    const counted = linesOf(card).find(
      ({ text, element }) => !headline?.contains(element) && /^[\p{Nd}.,\s]+\+?$/u.test(text),
    );
    fields.put('followers', counted && countOf(counted.text), 'position');
    return personReading({ address, layout: 'ember', fields, notices: ['subPage'] });
  }
  return notReady('profile card');
}
