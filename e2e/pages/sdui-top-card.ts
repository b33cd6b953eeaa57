import { bystanders } from './bystanders.ts';
import type { Company } from './cast.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl } from './media.ts';
import { SduiPart } from './sdui-part.ts';
import { grouped } from './words.ts';

/** The card with picture, name, headline, place, counts and buttons. */
export class TopCard extends SduiPart {
  topCard(): Child {
    const { person, words } = this;
    return this.wrap(
      this.box(
        'div',
        'coverArea',
        {},
        h(
          'a',
          { href: `${this.url}overlay/background-photo/`, tabindex: 0 },
          this.box('figure', 'cover', {}, this.icon('person-medium', 'silhouette')),
        ),
        h(
          'a',
          {
            href: this.url,
            tabindex: 0,
            class: this.look.class('photoLink'),
            componentkey: this.chance.key(),
          },
          h('div', { 'aria-label': words.profilePhoto }, this.picture(person.handle, 'photo', person.photo)),
        ),
      ),
      this.box(
        'div',
        'topBody',
        {},
        this.box('div', 'topColumns', {}, this.box('div', 'topText', {}, this.identity()), this.chips()),
        this.audience(),
        this.mutual(),
        this.contents(
          this.wrap(
            this.box('div', 'buttons', {}, ...this.buttons('medium')),
            this.box(
              'div',
              'sticky',
              {},
              this.wrap(this.box('div', 'buttons', {}, ...this.buttons('small'))),
            ),
          ),
        ),
      ),
    );
  }

  /** Name block, headline, "company · school", and the row that ends in the contact link. */
  private identity(): Child {
    const { person, words } = this;
    const heading = h(this.options.nameHeading ?? 'h2', { class: this.look.class('name') }, person.shownName);
    const named = [person.chip?.name, person.school?.name].filter(Boolean).join(' · ');
    const contact = this.options.bareContactLink ? '#' : `${this.url}overlay/contact-info/`;
    return this.wrap(
      this.box(
        'div',
        'nameRow',
        {},
        h(
          'div',
          { 'aria-expanded': 'false', 'aria-haspopup': 'dialog' },
          this.contents(
            h(
              'a',
              { href: this.url, tabindex: 0, componentkey: this.chance.key() },
              h('div', {}, heading, person.verified && this.icon('verified-medium', 'mark')),
            ),
          ),
        ),
        person.pronouns !== undefined && this.text('quiet', person.pronouns),
        this.degrees(),
      ),
      this.text('headline', person.headline),
      named !== '' && this.text('quiet', named),
      this.box(
        'div',
        'inline',
        {},
        this.text('quiet', person.location),
        this.text('quiet', '·'),
        this.box(
          'p',
          'quiet',
          {},
          h('a', { href: contact, class: this.look.class('link') }, words.contactInfo),
        ),
      ),
    );
  }

  /** The site keeps a second variant in the page for after an accepted invitation; it is not shown. */
  private degrees(): Child {
    const { degree } = this.person;
    if (!degree || this.options.own) return undefined;
    const hidden = degree === 1 ? 2 : 1;
    return [
      this.text('quiet', `· ${this.words.degree(degree)}`),
      this.box(
        'div',
        'variant',
        { 'data-display-contents': 'true' },
        this.text('quiet', `· ${this.words.degree(hidden)}`),
      ),
    ];
  }

  private chips(): Child {
    const { chip, school } = this.person;
    return this.box(
      'div',
      'chips',
      { style: 'min-width: 15rem;' },
      this.wrap(chip && this.chip(chip, 'company-accent-4'), school && this.chip(school, 'school-accent-4')),
    );
  }

  private chip(company: Company, icon: string): Markup {
    return this.box(
      'div',
      'chip',
      { role: 'button', tabindex: 0 },
      h(
        'figure',
        { 'aria-hidden': 'true' },
        this.icon(icon, 'silhouette'),
        this.image(logoUrl(company.handle), 'logo'),
      ),
      h('div', {}, h('div', {}, this.text('strong', company.name))),
    );
  }

  private audience(): Child {
    const { person, words } = this;
    if (!person.connections) {
      return person.followers === undefined
        ? undefined
        : this.box(
            'div',
            'inline',
            {},
            this.text('quiet', words.followers(grouped(person.followers, person.language))),
          );
    }
    const query = `?origin=MEMBER_PROFILE_CANNED_SEARCH&connectionOf=["${this.lnId}"]`;
    return this.box(
      'div',
      'inline',
      {},
      h(
        'a',
        { href: `https://www.linkedin.com/search/results/people/${query}`, tabindex: 0 },
        this.text('link', words.connections(person.connections)),
      ),
    );
  }

  private mutual(): Child {
    if (this.options.own || !this.person.degree) return undefined;
    const { mutual } = bystanders(this.person);
    const href = `https://www.linkedin.com/search/results/people/?facetNetwork=["F"]&facetConnectionOf=["${this.lnId}"]`;
    return this.box(
      'div',
      'mutual',
      { componentkey: this.chance.key() },
      h(
        'a',
        { href, tabindex: 0 },
        this.box(
          'ul',
          'faces',
          { role: 'presentation' },
          ...mutual.map(({ handle }) => h('li', {}, this.face(handle))),
        ),
      ),
      h('p', {}, h('a', { href, target: '_blank' }, this.words.mutual(mutual[0].name, mutual[1].name))),
    );
  }

  private buttons(size: 'medium' | 'small'): Child[] {
    const { words, person } = this;
    if (this.options.own) {
      return [
        this.linkButton('primary', `${this.url}edit/intro/`, `edit-${size}`, 'Edit'),
        this.linkButton(
          'secondary',
          `${this.url}opportunities/job-opportunities/onboarding/`,
          `add-${size}`,
          'Open to',
        ),
      ];
    }
    const urn = encodeURIComponent(`urn:li:fsd_profile:${this.lnId}`);
    const compose = `/messaging/compose/?profileUrn=${urn}&recipient=${this.lnId}&screenContext=NON_SELF_PROFILE_VIEW`;
    const invite = `/preload/custom-invite/?vanityName=${encodeURIComponent(person.handle)}`;
    const isConnected = person.degree === 1;
    return [
      !isConnected && !person.connections && this.button('primary', `add-${size}`, words.follow),
      !isConnected && this.linkButton('primary', invite, `connect-${size}`, words.connect),
      this.linkButton('secondary', compose, `send-privately-${size}`, words.message),
      this.button('secondary', `overflow-web-ios-${size}`, words.more),
    ];
  }
}
