/** E-mail texts as they are written and sent: plain text here, HTML there. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A paragraph for each one of the text. Nothing of the text can become markup. */
export function htmlOfText(text: string): string {
  const safe = text.trim().replaceAll(/[&<>"]/g, (found) => escapes[found] ?? '');
  const paragraphs = safe.split(/\n[^\S\n]*\n\s*/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll(/\r?\n/g, '<br>')}</p>`).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** The letters of an e-mail without spaces, by which it is known again; works without a document. */
export function lettersOfHtml(html: string): string {
  const text = html
    .replaceAll(/<(style|script|head)\b.*?<\/\1\s*>/gis, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#?\w+;/g, (entity) => entities[entity] ?? entity);
  return lettersOf(text);
}

export function lettersOf(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, '');
}
