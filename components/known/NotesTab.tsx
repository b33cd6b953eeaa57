import { useState } from 'preact/hooks';
import type { Note } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { formatDate, formatNumber, t } from '../../lib/i18n.ts';
import type { KnownCalls, NotePage, RecordName } from '../../lib/panel/known-calls.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { type RecordPart, useRecordPart } from '../../lib/panel/use-record-part.ts';
import { useTyped } from '../../lib/panel/use-typed.ts';
import { NoteRow } from './NoteRow.tsx';
import { PartFrame } from './PartFrame.tsx';
import { Problem } from './Problem.tsx';
import { WordsField } from './WordsField.tsx';

interface NotesTabProps {
  about: RecordName;
  calls: KnownCalls;
  now: number;
}

/** The notes on this person or company: read, add, edit, delete. */
export function NotesTab({ about, calls, now }: NotesTabProps) {
  const part = useRecordPart<Note, NotePage>({
    key: `notes:${about.recordId}`,
    load: (asked) => calls.listNotes(about, asked),
    idOf: (note) => note.id,
  });
  return (
    <>
      <NewNote about={about} calls={calls} onAdded={part.reload} />
      <PartFrame part={part} empty={t('notesEmpty')} earlierLabel={t('notesLookFurther')}>
        {part.items && part.items.length > 0 && (
          <ul class="notes">
            {part.items.map((note) => (
              <NoteRow
                key={note.id}
                note={note}
                now={now}
                onEdit={async (text) => {
                  await calls.editNote(note.id, text);
                  part.change((notes) =>
                    notes.map((each) => (each.id === note.id ? { ...each, text } : each)),
                  );
                }}
                onDelete={async () => {
                  await calls.deleteNote(note.id);
                  part.change((notes) => notes.filter((each) => each.id !== note.id));
                }}
              />
            ))}
          </ul>
        )}
        <HowFar part={part} />
      </PartFrame>
    </>
  );
}

/** Grinfi cannot be asked for one record's notes, so it is said how far the search went. */
function HowFar({ part }: { part: RecordPart<Note, NotePage> }) {
  const since = Date.parse(part.last?.since ?? '');
  if (!part.last || !part.hasEarlier) return null;
  const looked = formatNumber(part.last.lookedAt);
  return (
    <p class="muted part-hint">
      {Number.isNaN(since) ? t('notesLooked', looked) : t('notesLookedBack', looked, formatDate(since))}
    </p>
  );
}

interface NewNoteProps {
  about: RecordName;
  calls: KnownCalls;
  onAdded: () => void;
}

interface TypedNote {
  text: string;
  triedAt?: number | undefined;
}
const nothingTyped: TypedNote = { text: '' };

function NewNote({ about, calls, onAdded }: NewNoteProps) {
  const [typed, setTyped] = useTyped<TypedNote>(`note:${about.recordId}`, nothingTyped);
  const [isMissing, setIsMissing] = useState(false);
  const { isBusy, problem, run } = useAction();

  function add() {
    const text = typed.text.trim();
    setIsMissing(!text);
    if (!text) return;
    const sentAt = Date.now();
    run(async () => {
      try {
        await calls.addNote(about, text, typed.triedAt);
      } catch (error) {
        // It may have arrived all the same, so that the next try looks first.
        setTyped({ text: typed.text, triedAt: typed.triedAt ?? sentAt });
        throw error;
      }
      setTyped(undefined);
      onAdded();
    });
  }

  return (
    <div class="part-form">
      <WordsField
        label={t('noteNew')}
        value={typed.text}
        error={isMissing && !typed.text.trim() ? t('textMissing') : undefined}
        isReadOnly={isBusy}
        onChange={(text) => setTyped(text || typed.triedAt ? { ...typed, text } : undefined)}
        onSubmit={add}
      />
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <button type="button" class="button" aria-disabled={isBusy} onClick={add}>
        {isBusy ? t('saving') : problem ? t('tryAgain') : t('noteAdd')}
      </button>
    </div>
  );
}
