/** Writes HTML. Text is escaped; what `h` and `raw` give is markup already. */

export interface Markup {
  readonly html: string;
}

export type Child = Markup | string | number | false | undefined | readonly Child[];
export type Attributes = Record<string, string | number | boolean | undefined>;

const empty = new Set(['meta', 'link', 'img', 'br', 'hr', 'input', 'path', 'source']);

/** An element. Attributes that are `undefined` or `false` are left out, `true` stands without a value. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const names = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false
      ? []
      : [value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`],
  );
  const open = `<${tag}${names.join('')}>`;
  return { html: empty.has(tag) ? open : `${open}${inner(children)}</${tag}>` };
}

/** Markup as it is. */
export function raw(html: string): Markup {
  return { html };
}

/** Several pieces in a row. */
export function all(...children: Child[]): Markup {
  return { html: inner(children) };
}

function inner(children: readonly Child[]): string {
  return children.map(one).join('');
}

function one(child: Child): string {
  if (child === undefined || child === false) return '';
  if (typeof child === 'object') return 'html' in child ? child.html : inner(child);
  return escapeText(String(child));
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}

/** Data in a `code` or `script` element; `<` is written so that no text can end the element. */
export function json(data: unknown): Markup {
  return raw(JSON.stringify(data).replace(/</g, '\\u003c').replace(/&/g, '\\u0026'));
}
