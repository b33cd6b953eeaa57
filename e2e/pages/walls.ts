import { guestDocument } from './guest-frame.ts';
import { h } from './markup.ts';

/** Pages that ask to sign in. */
export function wall(kind: 'authwall' | 'login' | 'checkpoint', url: string): string {
  const pageKeys = {
    authwall: 'auth_wall_desktop_profile',
    login: 'd_checkpoint_lg_consumerLogin',
    checkpoint: 'd_checkpoint_ch_captchaV2',
  };
  const titles = {
    authwall: 'Sign Up | LinkedIn',
    login: 'LinkedIn Login, Sign in | LinkedIn',
    checkpoint: 'Security Verification | LinkedIn',
  };
  const heads = {
    authwall: 'Join LinkedIn',
    login: 'Sign in',
    checkpoint: 'Let’s do a quick security check',
  };
  return guestDocument({
    pageKey: pageKeys[kind],
    title: titles[kind],
    url,
    meta: { 'og:title': titles[kind], 'og:type': 'website', 'og:url': url },
    main: h(
      'main',
      { id: 'main-content', class: 'focus-page__core-rail' },
      h(
        'section',
        { class: 'card core-rail' },
        h('h1', {}, heads[kind]),
        h(
          'form',
          { action: '/uas/login-submit', method: 'post' },
          h('input', { name: 'session_key', autocomplete: 'username', 'aria-label': 'Email' }),
          h('input', { name: 'session_password', type: 'password', 'aria-label': 'Password' }),
          h('button', { class: 'btn', type: 'submit' }, heads[kind]),
        ),
      ),
    ),
  });
}
