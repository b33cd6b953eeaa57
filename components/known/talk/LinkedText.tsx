import { type LinkedPart, linkedParts } from '../../../lib/panel/linked-parts.ts';

/** A text by others or by us, as text; addresses of web pages in it can be opened. */
export function LinkedText({ text }: { text: string }) {
  return <LinkedParts parts={linkedParts(text)} />;
}

export function LinkedParts({ parts }: { parts: readonly LinkedPart[] }) {
  return (
    <bdi class="said">
      {parts.map((part, place) =>
        typeof part === 'string' ? (
          part
        ) : (
          <a key={place} href={part.href} title={part.href} target="_blank" rel="noreferrer">
            {part.text}
          </a>
        ),
      )}
    </bdi>
  );
}
