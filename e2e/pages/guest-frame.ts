import { baseStyle } from './look.ts';
import { type Child, h, json, type Markup, raw } from './markup.ts';
import { photoUrl } from './media.ts';

/** Pages as they are served without signing in. */

const guestStyle = `${baseStyle}
.nav{background:#fff;border-bottom:1px solid #d5dee2;padding:12px 24px;display:flex;justify-content:space-between}
.core-rail{max-width:860px;margin:24px auto;padding:0 16px}
section.card{background:#fff;border:1px solid #dbe3e6;border-radius:12px;padding:24px;margin-bottom:12px}
.top-card-layout__title{font-size:26px;font-weight:600}
.top-card-layout__headline,.top-card-layout__second-subline{font-size:17px;font-weight:400}
.top-card-layout__entity-image{width:120px;height:120px;border-radius:50%;display:block;margin-bottom:12px}
.sub{color:#5b6b73;font-size:14px;display:flex;gap:8px}
.section-title{font-size:20px;font-weight:600;margin-bottom:8px}
.profile-section-card{display:flex;gap:14px;padding:10px 0}
.profile-section-card img{width:48px;height:48px;border-radius:8px}
.btn{display:inline-block;background:#0e6f6f;color:#fff;border-radius:20px;padding:7px 18px;border:0;font-weight:600}
.modal{display:none}
dt{font-weight:600;margin-top:8px}`;

export interface Shell {
  pageKey: string;
  title: string;
  url: string;
  meta: Record<string, string>;
  linkedData?: unknown;
  main: Child;
}

export function guestDocument({ pageKey, title, url, meta, linkedData, main }: Shell): string {
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { name: 'pageKey', content: pageKey }),
      h('meta', { name: 'locale', content: 'en_US' }),
      h('meta', { id: 'config', 'data-app-version': '2.0.4711', 'data-service-name': 'public-frontend' }),
      h('link', { rel: 'canonical', href: url }),
      h('title', {}, title),
      h('meta', { charset: 'UTF-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1.0' }),
      ...Object.entries(meta).map(([property, content]) => h('meta', { property, content })),
      h('style', {}, raw(guestStyle)),
      linkedData !== undefined && h('script', { type: 'application/ld+json' }, json(linkedData)),
    ),
    h(
      'body',
      { dir: 'ltr' },
      h(
        'header',
        { class: 'header base-detail-page__header' },
        h(
          'nav',
          { class: 'nav', 'aria-label': 'Primary' },
          h('a', { href: '/?trk=public_nav-header-logo', class: 'nav__logo-link' }, 's'),
          h('a', { href: '/login?trk=public_nav-header-signin', class: 'nav__button-secondary' }, 'Sign in'),
        ),
      ),
      main,
    ),
  );
  return `<!DOCTYPE html>${page.html}`;
}

/** A dialog that asks to sign in. The site has one behind nearly every link, out of sight. */
export function signInDialog(id: string, name: string): Markup {
  const labels = ['Email or phone', 'Password'];
  return h(
    'div',
    { class: 'contextual-sign-in-modal', 'data-impression-id': `${id}_contextual-sign-in-modal` },
    h(
      'div',
      { id: `${id}-modal`, class: 'modal modal--contextual-sign-in', 'data-outlet': `${id}-modal` },
      h(
        'section',
        { role: 'dialog', 'aria-modal': 'true', tabindex: -1, class: 'modal__wrapper' },
        h(
          'h2',
          { class: 'contextual-sign-in-modal__context-screen-title' },
          `Sign in to view ${name}’s full profile`,
        ),
        h(
          'form',
          { action: 'https://www.linkedin.com/uas/login-submit', method: 'post', 'data-id': 'sign-in-form' },
          h('input', { type: 'hidden', name: 'loginCsrfParam', value: id }),
          ...labels.map((label) =>
            h(
              'div',
              {},
              h('label', { for: `${id}_${label}` }, label),
              h('input', { id: `${id}_${label}`, required: true }),
            ),
          ),
          h('button', { type: 'submit', class: 'btn' }, 'Sign in'),
          h('p', {}, 'New to LinkedIn? ', h('a', { href: '/signup/public-profile-join' }, 'Join now')),
        ),
      ),
    ),
  );
}

/** Somebody else, at the foot of the page. */
export function similar(name: string, handle: string, headline: string): Markup {
  return h(
    'li',
    { class: 'profile-section-card' },
    h('img', { 'data-delayed-url': photoUrl(handle, 100), alt: `${name} profile photo` }),
    h(
      'div',
      {},
      h(
        'h3',
        {},
        h('a', { href: `https://www.linkedin.com/in/${handle}?trk=public_profile_samename-profile` }, name),
      ),
      h('p', {}, headline),
    ),
  );
}
