// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { htmlOfText, lettersOf, lettersOfHtml } from '../email-html.ts';
import { emailWords } from './email-text.ts';
import type { LinkedPart } from './linked-parts.ts';

const text = (parts: readonly LinkedPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : `[${part.text}](${part.href})`)).join('');

describe('the words of an e-mail', () => {
  it('keep paragraphs, lists and links, and leave out what runs or is hidden', () => {
    const { words, quoted, hasPictures } = emailWords(`
      <html><head><title>T</title><style>p{}</style></head><body>
      <div style="display: none">preheader</div>
      <p>Hello   <b>Marla</b>,</p><p>see the <a href="https://a.example/x">plan</a><br>or <a href="javascript:alert(1)">this</a>:</p>
      <ul><li>two cranes</li><li>one berth</li></ul>
      <script>alert(1)</script><iframe src="https://b.example"></iframe>
      <img src="https://t.example/p.gif" alt="Logo"><blockquote>You wrote:<p>Hi</p></blockquote></body></html>`);
    expect(text(words)).toBe(
      'Hello Marla,\n\nsee the [plan](https://a.example/x)\nor this:\n\n• two cranes\n• one berth\nLogo',
    );
    expect(text(quoted)).toBe('You wrote:\n\nHi');
    expect(hasPictures).toBe(true);
  });

  it('of one without markup are as they are', () => {
    expect(text(emailWords(' 1 < 2\nhttps://a.example ').words)).toBe(
      '1 < 2\n[https://a.example](https://a.example/)',
    );
    expect(emailWords('').words).toEqual([]);
  });

  it('are read from broken and from very long markup', () => {
    expect(text(emailWords('<p>Hello <b>there</p').words)).toBe('Hello there');
    expect(emailWords(`<p>${'word '.repeat(300_000)}`).words).toHaveLength(1);
  });

  it('written here become markup that says the same, and none of it runs', () => {
    const written = 'Hello <Ada> & "Bo",\n\n\nline one\nline two\n';
    const html = htmlOfText(written);
    expect(html).toBe('<p>Hello &lt;Ada&gt; &amp; &quot;Bo&quot;,</p><p>line one<br>line two</p>');
    expect(lettersOfHtml(`<style>p{}</style>${html}<p>Sent with care</p>`)).toBe(
      `${lettersOf(written)}Sentwithcare`,
    );
    expect(text(emailWords(html).words)).toBe('Hello <Ada> & "Bo",\n\nline one\nline two');
  });
});
