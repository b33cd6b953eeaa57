import type { CompanyFieldName, Layer } from '../records.ts';
import { outboundUrl } from './address.ts';
import type { FieldBuilder } from './fields.ts';

/** Sites where many companies have a page: their domain says nothing about the company. */
const shared = new Set(
  (
    'facebook.com instagram.com twitter.com x.com youtube.com youtu.be tiktok.com pinterest.com threads.net t.me ' +
    'wa.me whatsapp.com medium.com github.com gitlab.com behance.net dribbble.com vimeo.com xing.com vk.com ' +
    'linktr.ee bit.ly goo.gl goo.gle tinyurl.com t.co lnkd.in ow.ly forms.gle docs.google.com sites.google.com ' +
    'google.com calendly.com eventbrite.com amazon.com etsy.com apps.apple.com play.google.com notion.site'
  ).split(' '),
);

/** Puts a company's website and its domain from a link on the page, in or out of LinkedIn's wrapper. */
export function putWebsite(
  fields: FieldBuilder<CompanyFieldName>,
  href: string | null | undefined,
  from: Layer,
  certain = true,
): void {
  const url = outboundUrl(href);
  if (!url) return;
  fields.put('website', asWritten(url, href ?? ''), from, certain);
  const kept = fields.fields.website;
  if (kept && !fields.has('domain')) fields.put('domain', domainOf(kept.value), 'derived', kept.certain);
  else if (kept && fields.fields.domain) fields.fields.domain.certain = kept.certain;
}

/** `http://acme.example`, not `http://acme.example/`, where the page leaves out the slash. */
function asWritten(url: string, href: string): string {
  const bare = url.slice(0, -1);
  return url.endsWith('/') && href.trim().toLowerCase() === bare ? bare : url;
}

/** Host without `www.`; undefined for a shared site. */
function domainOf(website: string): string | undefined {
  const host = new URL(website).hostname.replace(/^www\d?\./, '');
  const isPublic = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[\p{L}][\p{L}\p{N}-]+$/u.test(host);
  return isPublic && ![...shared].some((site) => host === site || host.endsWith(`.${site}`))
    ? host
    : undefined;
}
