import type { Person } from './cast.ts';
import { iconContent } from './icons.ts';
import { lnIdOf } from './ids.ts';
import { Look } from './look.ts';
import { type Attributes, type Child, h, type Markup } from './markup.ts';
import { photoUrl } from './media.ts';
import { Seeded } from './seeded.ts';
import { type Words, wordsOf } from './words.ts';

/** How a page of the server-driven frontend differs from the plain one. */
export interface SduiOptions {
  /** Which sections below the top card were scrolled to; the others are not on the page. */
  mounted: ('about' | 'experience' | 'education' | 'skills')[];
  /** Builds since autumn 2026 write card keys as `id`. */
  keyAttribute?: 'componentkey' | 'id';
  nameHeading?: 'h1' | 'h2';
  /** The link to the contact details has no address in some builds. */
  bareContactLink?: boolean;
  /** Another build has other class names. */
  build?: string;
  /** The viewer's own page. */
  own?: boolean;
  /** The first person in the side column: where `#next-person` leads. */
  next?: Person;
}

/** What every part of such a page is made of. Each part has chance of its own, so that none shifts another. */
export class SduiPart {
  protected readonly look: Look;
  protected readonly chance: Seeded;
  protected readonly words: Words;
  protected readonly url: string;
  protected readonly lnId: string;
  protected readonly person: Person;
  protected readonly options: SduiOptions;

  constructor(person: Person, options: SduiOptions) {
    this.person = person;
    this.options = options;
    this.look = new Look(options.build ?? '0.2.6630');
    this.chance = new Seeded(`${person.handle} ${this.constructor.name}`);
    this.words = wordsOf(person.language);
    this.url = `https://www.linkedin.com/in/${encodeURIComponent(person.handle)}/`;
    this.lnId = lnIdOf(person.memberId);
  }

  protected card(name: string, ...content: Child[]): Markup {
    const attribute = this.options.keyAttribute ?? 'componentkey';
    const key = { [attribute]: `com.linkedin.sdui.profile.card.ref${this.lnId}${name}` };
    if (content.length === 0) return this.box('div', 'slot', key);
    return this.box('div', 'slot', key, this.contents(this.box('section', 'card', key, ...content)));
  }

  protected box(tag: string, part: string, attributes: Attributes, ...children: Child[]): Markup {
    return h(tag, { class: this.look.class(part), ...attributes }, ...children);
  }

  /** A wrapper or two of no meaning, of which the real pages are full. */
  protected wrap(...children: Child[]): Markup {
    return this.box('div', 'stack', {}, this.box('div', 'stackInner', {}, ...children));
  }

  protected contents(...children: Child[]): Markup {
    return this.box('div', 'contents', { 'data-display-contents': 'true' }, ...children);
  }

  protected text(part: string, text: string): Markup {
    return this.box('p', part, {}, text);
  }

  protected heading(text: string): Markup {
    return this.box('div', 'headingRow', {}, this.box('h2', 'heading', {}, text));
  }

  protected anchor(name: string): Markup {
    return this.box('div', 'slot', { componentkey: `profile_${name}_top_anchor_${this.person.handle}` });
  }

  protected divided(items: Markup[]): Markup {
    return this.wrap(
      ...items.flatMap((item, index) => (index === 0 ? [item] : [h('hr', { role: 'presentation' }), item])),
    );
  }

  /** Text cut by style alone: all of it is in the page, with a button that is no part of it. */
  protected longText(text: string): Markup {
    return this.box(
      'span',
      'clamped',
      { tabindex: -1, 'data-testid': 'expandable-text-box' },
      text,
      this.box(
        'button',
        'moreButton',
        { type: 'button', 'aria-hidden': 'true', 'data-testid': 'expandable-text-button' },
        h('span', {}, h('span', {}, '…'), h('span', {}, this.words.seeMore)),
      ),
    );
  }

  protected picture(handle: string, part: string, hasPhoto = true): Markup {
    return h(
      'figure',
      { 'aria-hidden': 'true' },
      this.icon('person-accent-4', 'silhouette'),
      hasPhoto ? this.image(photoUrl(handle, 200), part) : this.box('div', part, {}),
    );
  }

  protected face(handle: string): Markup {
    return h(
      'figure',
      { 'aria-hidden': 'true' },
      this.icon('person-accent-4', 'silhouette'),
      this.image(photoUrl(handle, 100), 'face'),
    );
  }

  protected image(src: string, part: string, alt = ''): Markup {
    return this.box('img', part, { src, alt, fetchpriority: 'low', 'data-loaded': 'true' });
  }

  protected icon(id: string, part: string): Markup {
    const size = id.endsWith('small') ? 16 : 24;
    return h(
      'svg',
      {
        id,
        class: this.look.class(part),
        xmlns: 'http://www.w3.org/2000/svg',
        'data-supported-dps': `${size}x${size}`,
        viewBox: `0 0 ${size} ${size}`,
        width: size,
        height: size,
        'aria-hidden': 'true',
      },
      iconContent(id, size),
    );
  }

  protected button(
    part: 'primary' | 'secondary' | 'sideButton',
    icon: string,
    label: string,
    name?: string,
  ): Markup {
    return this.box(
      'button',
      part,
      { type: 'button', componentkey: this.chance.key(), 'aria-label': name },
      this.box('span', 'buttonInner', {}, h('span', {}, label)),
      this.icon(icon, 'silhouette'),
    );
  }

  protected linkButton(part: 'primary' | 'secondary', href: string, icon: string, label: string): Markup {
    return this.contents(
      this.box(
        'a',
        part,
        { href, componentkey: this.chance.key() },
        this.box('span', 'buttonInner', {}, this.icon(icon, 'silhouette'), h('span', {}, label)),
      ),
    );
  }
}
