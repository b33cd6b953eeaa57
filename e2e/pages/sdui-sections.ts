import type { Employer, Role, Study } from './cast.ts';
import { posts } from './filler.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, pictureUrl } from './media.ts';
import { type SduiOptions, SduiPart } from './sdui-part.ts';
import { grouped } from './words.ts';

/** The cards below the top card, of which the page holds those that were scrolled to. */
export class Sections extends SduiPart {
  sections(): Child[] {
    const { person, words } = this;
    const below = this.options.mounted.length > 0;
    return [
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
    ];
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
}

function dates({ from, to, duration }: Role): string {
  return `${from} - ${to} · ${duration}`;
}
