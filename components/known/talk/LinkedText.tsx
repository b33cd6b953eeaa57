import { linkedParts } from '../../../lib/panel/linked-parts.ts';

/** A text by others or by us, as text; addresses of web pages in it can be opened. */
export function LinkedText({ text }: { text: string }) {
  return (
    <bdi class="said">
      {linkedParts(text).map((part, place) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={place} href={part.href} target="_blank" rel="noreferrer">
            {part.text}
          </a>
        ),
      )}
    </bdi>
  );
}
