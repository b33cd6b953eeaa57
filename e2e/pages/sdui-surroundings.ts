import { bystanders, conversations } from './bystanders.ts';
import type { Person } from './cast.ts';
import type { Stranger } from './filler.ts';
import { type Child, h, type Markup } from './markup.ts';
import { photoUrl } from './media.ts';
import { viewer } from './people.ts';
import { SduiPart } from './sdui-part.ts';

/** Navigation, side column, messages and footer: other people everywhere. */
export class Surroundings extends SduiPart {
  navigation(): Markup {
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

  sideColumn(): Child {
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
    const isVerified = Number(one.memberId) % 3 === 0;
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
              isVerified &&
                h('span', { role: 'img', 'aria-label': 'Verified' }, this.icon('verified-small', 'sideMark')),
            ),
          ),
          this.text('small', `· ${this.words.degree(one.degree)}`),
        ),
        h('div', {}, this.text('small', one.headline)),
        this.contents(
          this.button('sideButton', 'connect-small', this.words.connect, `Invite ${one.name} to connect`),
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
  messagingDock(): Markup {
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

  footer(): Markup {
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
