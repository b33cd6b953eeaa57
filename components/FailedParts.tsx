import { errorText } from '../lib/error-text.ts';
import type { EntryView } from '../lib/outbox/entry-view.ts';
import { stepText } from '../lib/panel/field-text.ts';

/** Exactly the parts that did not land, each with its reason and what to do. */
export function FailedParts({ entry }: { entry: EntryView }) {
  return (
    <ul class="failed-parts">
      {entry.failed.map((part) => (
        <li key={`${part.step}-${part.field ?? ''}`}>
          <strong>{part.field ? `${stepText(part.step)} (${part.field})` : stepText(part.step)}</strong>{' '}
          {errorText(part.kind, part.message)}
        </li>
      ))}
    </ul>
  );
}
