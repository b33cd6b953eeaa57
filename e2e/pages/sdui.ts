import type { Person } from './cast.ts';
import { baseStyle, Look, sduiRules } from './look.ts';
import { all, type Child, h, type Markup, raw } from './markup.ts';
import { photoUrl } from './media.ts';
import { navigationScript } from './navigation.ts';
import { type SduiOptions, SduiPart } from './sdui-part.ts';
import { Sections } from './sdui-sections.ts';
import { Surroundings } from './sdui-surroundings.ts';
import { TopCard } from './sdui-top-card.ts';

/** A member's page of the server-driven frontend, signed in. */
export function sduiProfile(person: Person, options: SduiOptions): string {
  return new SduiProfile(person, options).document();
}

class SduiProfile extends SduiPart {
  private readonly around = new Surroundings(this.person, this.options);

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
          this.around.navigation(),
          this.box(
            'div',
            'screen',
            { 'data-sdui-screen': 'com.linkedin.sdui.flagshipnav.profile.Profile' },
            this.workspace(),
          ),
          this.around.messagingDock(),
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
        this.box(
          'div',
          'columns',
          {},
          this.mainColumn(),
          this.box('div', 'column', {}, this.around.sideColumn()),
        ),
        this.around.footer(),
      ),
    );
  }

  private mainColumn(): Markup {
    const attributes = {
      'data-testid': 'lazy-column',
      'data-component-type': 'LazyColumn',
      componentkey: this.chance.key(),
    };
    return this.box(
      'div',
      'column',
      attributes,
      this.card('Topcard', new TopCard(this.person, this.options).topCard()),
      new Sections(this.person, this.options).sections(),
    );
  }
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
