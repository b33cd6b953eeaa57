import type { Company, Employer, Person, Role, Study } from './cast.ts';
import { iconPath, posts, type Stranger, strangers } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { baseStyle, Look, sduiRules } from './look.ts';
import { type Attributes, all, type Child, h, type Markup, raw } from './markup.ts';
import { logoUrl, photoUrl, pictureUrl } from './media.ts';
import { navigationScript } from './navigation.ts';
import { viewer } from './people.ts';
import { Seeded } from './seeded.ts';
import { grouped, type Words, wordsOf } from './words.ts';

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

/** People beside the subject: in the side column and among the mutual connections. */
export function bystanders(person: Person): { aside: Stranger[]; mutual: [Stranger, Stranger] } {
  const [first, second, ...aside] = strangers(person.handle, 22);
  if (!first || !second) throw new Error('too few strangers');
  return { aside, mutual: [first, second] };
}

/** People whom the viewer has written with. */
export function conversations(person: Person): Stranger[] {
  return strangers(`messages beside ${person.handle}`, 36);
}

export function sduiProfile(person: Person, options: SduiOptions): string {
  return new SduiProfile(person, options).document();
}

class SduiProfile {
  private readonly look: Look;
  private readonly chance: Seeded;
  private readonly words: Words;
  private readonly url: string;
  private readonly lnId: string;
  private readonly person: Person;
  private readonly options: SduiOptions;

  constructor(person: Person, options: SduiOptions) {
    this.person = person;
    this.options = options;
    this.look = new Look(options.build ?? '0.2.6630');
    this.chance = new Seeded(person.handle);
    this.words = wordsOf(person.language);
    this.url = `https://www.linkedin.com/in/${encodeURIComponent(person.handle)}/`;
    this.lnId = lnIdOf(person.memberId);
  }

  document(): string {
    const { words, person } = this;
    const title = h('title', {}, `${person.shownName} | LinkedIn`);
    const state = {
      appId: 'com.linkedin.flagship3.d_web',
      serviceVersion: '0.2.6630',
      locale: words.locale,
      treeId: this.chance.hex(24),
    };
    const page = h(
      'html',
      { lang: words.locale.slice(0, 2), dir: words.direction, translate: 'no' },
      h(
        'head',
        {},
        h('meta', { charset: 'UTF-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1.0' }),
        person.photo !== false &&
          h('link', { rel: 'preload', as: 'image', href: photoUrl(person.handle, 400) }),
        h('meta', { name: 'como-t', content: JSON.stringify(state) }),
        h('meta', { name: 'como-err', content: '{"title":"Something went wrong","retry":"Try again"}' }),
        title,
        title,
        h('meta', { name: 'como-pk', content: 'd_flagship3_profile_view_base' }),
        h('style', {}, raw(this.look.sheet(sduiRules, baseStyle))),
      ),
      h(
        'body',
        { 'data-rehydrated': 'true' },
        h(
          'div',
          { id: 'root', 'data-strictmode': 'true' },
          this.box('section', 'toast', {}, h('h2', { 'data-testid': 'toasts-title' }, '0 notifications')),
          this.box(
            'div',
            'skip',
            { 'aria-hidden': 'true' },
            h('button', { type: 'button' }, 'Skip to main content'),
          ),
          this.navigation(),
          this.box(
            'div',
            'screen',
            { 'data-sdui-screen': 'com.linkedin.sdui.flagshipnav.profile.Profile' },
            this.workspace(),
          ),
          this.messagingDock(),
        ),
        h('script', {}, raw(navigationScript)),
      ),
    );
    return `<!DOCTYPE html>${page.html}`;
  }

  private workspace(): Markup {
    return this.box(
      'main',
      'workspace',
      { id: 'workspace', tabindex: 0 },
      this.wrap(
        this.box('div', 'columns', {}, this.mainColumn(), this.box('div', 'column', {}, this.sideColumn())),
        this.footer(),
      ),
    );
  }

  private mainColumn(): Markup {
    const attributes = {
      'data-testid': 'lazy-column',
      'data-component-type': 'LazyColumn',
      componentkey: this.chance.key(),
    };
    const { person, words } = this;
    const below = this.options.mounted.length > 0;
    return this.box(
      'div',
      'column',
      attributes,
      this.card('Topcard', this.topCard()),
      below && this.card('SuggestedForYou'),
      this.section('about', 'About', person.about !== undefined, () => [
        this.heading(words.about),
        h('p', {}, this.longText(person.about ?? '')),
      ]),
      below && this.card('Services'),
      below && this.card('Featured'),
      this.activity(),
      this.section('experience', 'ExperienceTopLevelSection', (person.experience?.length ?? 0) > 0, () => [
        this.anchor('experience'),
        this.heading(words.experience),
        this.divided((person.experience ?? []).map((employer) => this.employer(employer))),
      ]),
      this.section('education', 'EducationTopLevelSection', (person.studies?.length ?? 0) > 0, () => [
        this.anchor('education'),
        this.heading(words.education),
        this.divided((person.studies ?? []).map((study) => this.study(study))),
      ]),
      this.section('skills', 'Skills', (person.skills?.length ?? 0) > 0, () => [
        this.heading(words.skills),
        this.divided((person.skills ?? []).map((skill) => this.skill(skill))),
      ]),
      this.options.mounted.includes('skills') && this.card('LanguageTopLevel'),
    );
  }

  /** Mounted with content: the key on two nested elements. Mounted and empty: on one. Else nothing. */
  private section(
    name: SduiOptions['mounted'][number],
    key: string,
    hasContent: boolean,
    content: () => Child[],
  ): Child {
    if (!this.options.mounted.includes(name)) return undefined;
    return this.card(key, ...(hasContent ? [this.box('div', 'cardBody', {}, ...content())] : []));
  }

  private card(name: string, ...content: Child[]): Markup {
    const attribute = this.options.keyAttribute ?? 'componentkey';
    const key = { [attribute]: `com.linkedin.sdui.profile.card.ref${this.lnId}${name}` };
    if (content.length === 0) return this.box('div', 'slot', key);
    return this.box('div', 'slot', key, this.contents(this.box('section', 'card', key, ...content)));
  }

  // --- Top card

  private topCard(): Child {
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

  // --- Sections

  private activity(): Child {
    const { person, words } = this;
    if (this.options.mounted.length === 0) return undefined;
    const key = { componentkey: `com.linkedin.sdui.profile.card.ref${person.handle}Activity` };
    const shown = posts(person.handle, 6).map((post) =>
      this.box(
        'li',
        'post',
        { role: 'listitem', componentkey: this.chance.key() },
        this.wrap(
          this.text('small', `${person.shownName} · ${1 + this.chance.below(11)}w`),
          h('p', {}, this.longText(post.text)),
          this.image(pictureUrl(`${person.handle} ${post.reactions}`), 'picture'),
          this.box(
            'div',
            'inline',
            {},
            ...['like', 'praise', 'empathy'].map((name) => this.icon(`reaction-${name}-small`, 'mark')),
            this.text('small', String(post.reactions)),
            this.text('small', `${post.comments} comments`),
          ),
        ),
      ),
    );
    return this.box(
      'div',
      'slot',
      key,
      h(
        'div',
        { 'data-sdui-component': 'com.linkedin.sdui.generated.profile.dsl.impl.profileCardsActivity' },
        this.contents(
          this.box(
            'section',
            'card',
            { componentkey: this.chance.key() },
            this.box(
              'div',
              'cardBody',
              {},
              this.heading(words.activity),
              person.followers !== undefined &&
                person.connections !== undefined &&
                this.text('small', words.followers(grouped(person.followers, person.language))),
              this.box('ul', 'posts', { 'data-testid': 'carousel-children-container' }, ...shown),
            ),
          ),
        ),
      ),
    );
  }

  private employer(employer: Employer): Markup {
    const [first] = employer.roles;
    const item = { componentkey: `entity-collection-item-${this.chance.hex(8)}` };
    return employer.roles.length === 1
      ? this.box('div', 'item', item, this.singleRole(employer, first))
      : this.box('div', 'item', item, this.groupedRoles(employer));
  }

  private singleRole(employer: Employer, role: Role): Markup {
    return this.entry(
      this.employerLink(employer),
      employer.name,
      [
        this.text('strong', role.title),
        this.text('line', [employer.name, employer.type].filter(Boolean).join(' · ')),
        this.text('small', dates(role)),
        role.place !== undefined && this.text('small', role.place),
      ],
      role.text !== undefined && h('p', {}, this.longText(role.text)),
      employer.company?.handle,
    );
  }

  private groupedRoles(employer: Employer): Markup {
    const link = this.employerLink(employer);
    return this.wrap(
      this.entry(
        link,
        employer.name,
        [
          this.text('strong', employer.name),
          this.text('small', [employer.type, employer.total].filter(Boolean).join(' · ')),
        ],
        undefined,
        employer.company?.handle,
      ),
      this.box(
        'ul',
        'roles',
        {},
        ...employer.roles.map((role) =>
          this.box(
            'li',
            'role',
            {},
            h(
              'a',
              { href: link, tabindex: 0 },
              this.wrap(
                this.text('strong', role.title),
                this.text('small', dates(role)),
                role.place !== undefined && this.text('small', role.place),
              ),
            ),
            role.text !== undefined && h('div', {}, h('p', {}, this.longText(role.text))),
          ),
        ),
      ),
    );
  }

  private study({ school, degree, years }: Study): Markup {
    return this.entry(
      `https://www.linkedin.com/school/${school.id}/`,
      school.name,
      [
        this.text('strong', school.name),
        degree !== undefined && this.text('line', degree),
        years !== undefined && this.text('small', years),
      ],
      undefined,
      school.handle,
      'school-accent-4',
    );
  }

  /** A logo that links, then the texts in a second link to the same place. */
  private entry(
    href: string,
    name: string,
    lines: Child[],
    below: Child,
    logo: string | undefined,
    icon = 'company-accent-4',
  ): Markup {
    const [first, second, ...rest] = lines;
    return this.box(
      'div',
      'entry',
      {},
      h(
        'a',
        { href, tabindex: 0, componentkey: this.chance.key() },
        h(
          'figure',
          {},
          this.icon(icon, 'silhouette'),
          logo
            ? this.image(logoUrl(logo), 'logoBig', `${name} logo`)
            : this.box('div', 'logoBig', { 'aria-hidden': 'true' }),
        ),
      ),
      this.box(
        'div',
        'entryText',
        {},
        h('a', { href, tabindex: 0 }, this.wrap(this.wrap(first, second), ...rest)),
        below !== undefined && below !== false && this.wrap(below),
      ),
    );
  }

  private employerLink({ company, name }: Employer): string {
    return company
      ? `https://www.linkedin.com/company/${company.id}/`
      : `https://www.linkedin.com/search/results/all/?keywords=${encodeURIComponent(name)}`;
  }

  private skill(name: string): Markup {
    return this.box(
      'div',
      'entry',
      { componentkey: `com.linkedin.sdui.profile.skill(${this.lnId}, ${this.chance.below(90)})` },
      this.wrap(this.text('strong', name), this.text('small', `${2 + this.chance.below(40)} endorsements`)),
    );
  }

  // --- Around the subject

  private navigation(): Markup {
    const { words } = this;
    const link = (icon: string, label: string, href: string) =>
      h(
        'li',
        {},
        h(
          'a',
          { href, 'aria-label': `${label}, 0`, class: this.look.class('navLink') },
          h('span', {}, this.icon(icon, 'mark')),
          h('span', {}, label),
        ),
      );
    return this.box(
      'header',
      'header',
      {},
      this.contents(
        this.box(
          'div',
          'bar',
          { 'data-testid': 'primary-nav' },
          this.box('div', 'brand', { role: 'button', tabindex: 0, 'aria-label': 'LinkedIn' }, 's'),
          this.box(
            'div',
            'searchBox',
            { role: 'search' },
            this.box('input', 'searchInput', {
              placeholder: words.search,
              'data-testid': 'typeahead-input',
              componentkey: 'SearchResults_SearchTyahInputRef',
            }),
          ),
          h(
            'nav',
            { componentkey: 'primaryNavLinksComponentRef', style: 'margin-inline-start:auto' },
            this.box(
              'ul',
              'navList',
              {},
              link('home-medium', words.home, 'https://www.linkedin.com/feed/'),
              link('people-medium', words.network, 'https://www.linkedin.com/mynetwork'),
              link('job-medium', words.jobs, 'https://www.linkedin.com/jobs/'),
              link('messages-medium', words.messaging, 'https://www.linkedin.com/messaging/'),
              link('mazzi-fill-medium', words.notifications, 'https://www.linkedin.com/notifications/'),
              h(
                'li',
                {},
                h(
                  'button',
                  { 'aria-expanded': 'false', class: this.look.class('navLink') },
                  this.image(photoUrl(viewer.handle, 100), 'navPhoto', viewer.shownName),
                  h('span', {}, words.me),
                ),
              ),
            ),
          ),
        ),
      ),
    );
  }

  private sideColumn(): Child {
    const { aside } = bystanders(this.person);
    const half = Math.ceil(aside.length / 2);
    const next = this.options.next;
    return [
      this.card('SupportedLocales'),
      this.adOptions(),
      this.people(`profileAsideBrowsemap${this.person.handle}`, this.words.moreProfiles, [
        ...(next ? [strangerOf(next)] : []),
        ...aside.slice(0, half),
      ]),
      this.people(`profileAsidePymk${this.person.handle}`, this.words.mightKnow, aside.slice(half)),
    ];
  }

  private people(key: string, title: string, people: Stranger[]): Markup {
    return this.box(
      'div',
      'slot',
      { componentkey: key },
      this.contents(
        this.box(
          'section',
          'card',
          { componentkey: this.chance.key() },
          this.box(
            'div',
            'cardBody',
            {},
            h('h3', {}, title),
            this.divided(people.map((one) => this.sidePerson(one))),
          ),
        ),
      ),
    );
  }

  private sidePerson(one: Stranger): Markup {
    const href = `https://www.linkedin.com/in/${encodeURIComponent(one.handle)}/`;
    const id = one.handle === this.options.next?.handle ? 'next-person' : undefined;
    const key = this.chance.key();
    return this.box(
      'div',
      'side',
      { componentkey: key },
      h('a', { href, tabindex: 0, componentkey: key }, this.image(photoUrl(one.handle, 100), 'sideFace')),
      this.box(
        'div',
        'entryText',
        {},
        this.wrap(
          this.box(
            'p',
            'strong',
            {},
            h(
              'a',
              { href, id },
              one.name,
              h('span', { role: 'img', 'aria-label': 'Verified' }, this.icon('verified-small', 'mark')),
            ),
          ),
          this.text('small', `· ${this.words.degree(one.degree)}`),
        ),
        h('div', {}, this.text('small', one.headline)),
        this.contents(
          this.button('secondary', 'connect-small', this.words.connect, `Invite ${one.name} to connect`),
        ),
      ),
    );
  }

  private adOptions(): Markup {
    const choices = [
      'It’s annoying or not interesting',
      'I’ve seen the same ad too often',
      'It is not for me',
    ];
    return this.box(
      'div',
      'slot',
      {},
      h(
        'dialog',
        { componentkey: this.chance.key() },
        h('header', {}, h('h2', {}, 'Ad Options')),
        this.wrap(
          ...choices.map((choice, index) =>
            this.box(
              'div',
              'inline',
              {},
              h('input', { type: 'radio', id: `:r${index}:`, name: 'reason' }),
              h('label', { for: `:r${index}:` }, this.text('line', choice)),
            ),
          ),
        ),
      ),
    );
  }

  /** The closed drawer of conversations at the foot of every page: more names, none the subject's. */
  private messagingDock(): Markup {
    return this.box(
      'div',
      'dock',
      { 'data-testid': 'interop-shadowdom', 'data-sdui-component': 'com.linkedin.sdui.messaging.overlay' },
      ...conversations(this.person).map((one) =>
        this.box(
          'div',
          'side',
          { role: 'listitem', componentkey: this.chance.key() },
          this.image(photoUrl(one.handle, 100), 'sideFace', one.name),
          this.box(
            'div',
            'entryText',
            {},
            this.wrap(this.text('strong', one.name), this.text('small', `${1 + this.chance.below(28)} Oct`)),
            this.wrap(h('p', {}, this.longText(`${one.name.split(' ')[0]}: thank you, see you on Thursday`))),
            this.contents(this.button('secondary', 'overflow-web-ios-small', this.words.more)),
          ),
        ),
      ),
    );
  }

  private footer(): Markup {
    const names = [
      'About',
      'Accessibility',
      'Help Center',
      'Privacy & Terms',
      'Ad Choices',
      'Business Services',
    ];
    return this.box('footer', 'footer', {}, ...names.map((name) => h('a', { href: '/help/' }, name)));
  }

  // --- Pieces

  private box(tag: string, part: string, attributes: Attributes, ...children: Child[]): Markup {
    return h(tag, { class: this.look.class(part), ...attributes }, ...children);
  }

  /** A wrapper or two of no meaning, of which the real pages are full. */
  private wrap(...children: Child[]): Markup {
    return this.box('div', 'stack', {}, this.box('div', 'stackInner', {}, ...children));
  }

  private contents(...children: Child[]): Markup {
    return this.box('div', 'contents', { 'data-display-contents': 'true' }, ...children);
  }

  private text(part: string, text: string): Markup {
    return this.box('p', part, {}, text);
  }

  private heading(text: string): Markup {
    return this.box('div', 'headingRow', {}, this.box('h2', 'heading', {}, text));
  }

  private anchor(name: string): Markup {
    return this.box('div', 'slot', { componentkey: `profile_${name}_top_anchor_${this.person.handle}` });
  }

  private divided(items: Markup[]): Markup {
    return this.wrap(
      ...items.flatMap((item, index) => (index === 0 ? [item] : [h('hr', { role: 'presentation' }), item])),
    );
  }

  /** Text cut by style alone: all of it is in the page, with a button that is no part of it. */
  private longText(text: string): Markup {
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

  private picture(handle: string, part: string, hasPhoto = true): Markup {
    return h(
      'figure',
      { 'aria-hidden': 'true' },
      this.icon('person-accent-4', 'silhouette'),
      hasPhoto ? this.image(photoUrl(handle, 200), part) : this.box('div', part, {}),
    );
  }

  private face(handle: string): Markup {
    return h(
      'figure',
      { 'aria-hidden': 'true' },
      this.icon('person-accent-4', 'silhouette'),
      this.image(photoUrl(handle, 100), 'face'),
    );
  }

  private image(src: string, part: string, alt = ''): Markup {
    return this.box('img', part, { src, alt, fetchpriority: 'low', 'data-loaded': 'true' });
  }

  private icon(id: string, part: string): Markup {
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
      h('path', { d: iconPath(id) }),
    );
  }

  private button(part: 'primary' | 'secondary', icon: string, label: string, name?: string): Markup {
    return this.box(
      'button',
      part,
      { type: 'button', componentkey: this.chance.key(), 'aria-label': name },
      this.box('span', 'buttonInner', {}, h('span', {}, label)),
      this.icon(icon, 'silhouette'),
    );
  }

  private linkButton(part: 'primary' | 'secondary', href: string, icon: string, label: string): Markup {
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

function dates({ from, to, duration }: Role): string {
  return `${from} - ${to} · ${duration}`;
}

function strangerOf(person: Person): Stranger {
  return {
    name: person.shownName,
    handle: person.handle,
    memberId: person.memberId,
    headline: person.headline,
    degree: person.degree ?? 2,
  };
}

/** A page of this frontend with nothing in it: the shell before content, and pages that are no profile. */
export function sduiShell(screen: string, title: string, pageKey: string, ...content: Child[]): string {
  const look = new Look('0.2.6630');
  const page = h(
    'html',
    { lang: 'en', dir: 'ltr' },
    h(
      'head',
      {},
      h('meta', { charset: 'UTF-8' }),
      h('meta', { name: 'como-t', content: '{"appId":"com.linkedin.flagship3.d_web","locale":"en_US"}' }),
      h('title', {}, title),
      h('meta', { name: 'como-pk', content: pageKey }),
      h('style', {}, raw(look.sheet(sduiRules, baseStyle))),
    ),
    h(
      'body',
      { 'data-rehydrated': 'true' },
      h(
        'div',
        { id: 'root' },
        h(
          'div',
          { 'data-sdui-screen': screen },
          h(
            'main',
            { id: 'workspace', class: look.class('workspace') },
            h('div', { class: look.class('columns') }, all(...content)),
          ),
        ),
      ),
    ),
  );
  return `<!DOCTYPE html>${page.html}`;
}
