import { browser } from 'wxt/browser';

/**
 * What the user pointed at in this session, by page and field: there, the value is certain. In memory until
 * the browser closes, since it is the page's own words.
 */
interface Pick {
  page: string;
  field: string;
  text: string;
}

const storageKey = 'picks';
const most = 50;

export async function keepPick(url: string, field: string, text: string): Promise<void> {
  const page = pathOf(url);
  const others = (await load()).filter((pick) => pick.page !== page || pick.field !== field);
  await browser.storage.session.set({ [storageKey]: [{ page, field, text }, ...others].slice(0, most) });
}

/** Field → text on this page. */
export async function picksOn(url: string): Promise<Map<string, string>> {
  const page = pathOf(url);
  return new Map((await load()).filter((pick) => pick.page === page).map(({ field, text }) => [field, text]));
}

async function load(): Promise<Pick[]> {
  const found = await browser.storage.session.get(storageKey);
  return (found[storageKey] as Pick[] | undefined) ?? [];
}

/** Which page an address is; tracking parameters come and go. */
export function pathOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/$/, '')}`;
}
