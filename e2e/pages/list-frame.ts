import type { Language } from './cast.ts';
import type { Stranger } from './filler.ts';
import { baseStyle, Look, sduiRules } from './look.ts';
import { type Attributes, type Child, h, type Markup, raw } from './markup.ts';
import { viewer } from './people.ts';
import { Surroundings } from './sdui-surroundings.ts';
import { type Words, wordsOf } from './words.ts';

/** How a page of people differs from the plain one. */
export interface ListOptions {
  language?: Language;
  /** False leaves out what stands around the list: people, messages and navigation that are not its own. */
  filler?: boolean;
}

const hiddenNames: Partial<Record<Language, string>> = {
  de: 'LinkedIn-Mitglied',
  fr: 'Membre LinkedIn',
  nl: 'LinkedIn-lid',
  ja: 'LinkedInメンバー',
  ar: 'عضو LinkedIn',
};

/** What stands in place of the name of a member who is hidden from the viewer. */
export function hiddenName(language: Language = 'en'): string {
  return hiddenNames[language] ?? 'LinkedIn Member';
}

/** "Ada Example, Ben Other and 4 other mutual connections", by whom it names. */
export function mutualText(words: Words, [first, second]: Stranger[]): string {
  if (!first) return '';
  return second ? words.mutual(first.name, second.name) : `${first.name} is a mutual connection`;
}

/** The server-driven frontend around a list: `screen` names the page, as its own data does. */
export class ListFrame {
  readonly look: Look;
  readonly words: Words;
  private readonly options: ListOptions;

  constructor(options: ListOptions) {
    this.options = options;
    this.look = new Look('0.2.6711', options.filler === false ? 2 : 16);
    this.words = wordsOf(options.language ?? 'en');
  }

  box(tag: string, part: string, attributes: Attributes, ...children: Child[]): Markup {
    return h(tag, { class: this.look.class(part), ...attributes }, ...children);
  }

  text(part: string, ...children: Child[]): Markup {
    return this.box('p', part, {}, ...children);
  }

  document(screen: string, title: string, pageKey: string, ...list: Child[]): string {
    const { words } = this;
    const state = { appId: 'com.linkedin.flagship3.d_web', serviceVersion: '0.2.6711', locale: words.locale };
    const withFiller = this.options.filler !== false;
    const around = new Surroundings({ ...viewer, language: this.options.language ?? 'en' }, { mounted: [] });
    const page = h(
      'html',
      { lang: words.locale.slice(0, 2), dir: words.direction },
      h(
        'head',
        {},
        h('meta', { charset: 'UTF-8' }),
        h('meta', { name: 'como-t', content: JSON.stringify(state) }),
        h('title', {}, title),
        h('meta', { name: 'como-pk', content: pageKey }),
        withFiller && h('style', {}, raw(this.look.sheet(sduiRules, baseStyle))),
      ),
      h(
        'body',
        { 'data-rehydrated': 'true' },
        h(
          'div',
          { id: 'root' },
          withFiller && around.navigation(),
          this.box(
            'div',
            'screen',
            { 'data-sdui-screen': screen },
            this.box(
              'main',
              'workspace',
              { id: 'workspace', tabindex: -1 },
              this.box(
                'div',
                'columns',
                {},
                this.box('section', 'column', { 'aria-label': 'Primary content' }, ...list),
                withFiller && this.box('div', 'column', {}, around.sideColumn()),
              ),
              withFiller && around.footer(),
            ),
          ),
          withFiller && around.messagingDock(),
        ),
      ),
    );
    return `<!DOCTYPE html>${page.html}`;
  }
}
