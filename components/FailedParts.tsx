import { errorText } from '../lib/error-text.ts';
import type { FailureWords } from '../lib/failure-words.ts';
import { t } from '../lib/i18n.ts';
import type { EntryView, FailedPart } from '../lib/outbox/entry-view.ts';
import { partText } from '../lib/panel/field-text.ts';

/** The table of all of them is the service worker's; a popup needs this one alone. */
const otherWorkspace: FailureWords = 'errorOtherWorkspace';

/** Exactly the parts that did not land, each with its reason and what to do. */
export function FailedParts({ entry }: { entry: Pick<EntryView, 'failed' | 'workspaceName'> }) {
  return (
    <ul class="failed-parts">
      {entry.failed.map((part) => (
        <li key={`${part.step}-${part.field ?? ''}`}>
          <strong>{partText(part)}</strong> {reasonOf(part, entry.workspaceName)}
        </li>
      ))}
    </ul>
  );
}

function reasonOf({ kind, message }: FailedPart, workspaceName: string | undefined): string {
  if (message === otherWorkspace && workspaceName) return t('errorOtherWorkspaceNamed', workspaceName);
  return errorText(kind, message);
}
