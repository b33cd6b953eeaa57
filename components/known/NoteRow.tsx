import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { Problem } from './Problem.tsx';
import { When } from './When.tsx';
import { WordsField } from './WordsField.tsx';

interface NoteRowProps {
  note: Note;
  now: number;
  onEdit: (text: string) => Promise<void>;
  onDelete: () => Promise<void>;
}

type Mode = 'shown' | 'editing' | 'deleting';

/** One note. Deleting asks first, as Grinfi has no way back. */
export function NoteRow({ note, now, onEdit, onDelete }: NoteRowProps) {
  const [mode, setMode] = useState<Mode>('shown');
  const [text, setText] = useState(note.text);
  const { isBusy, problem, run } = useAction();
  const row = useRef<HTMLLIElement>(null);
  const modeBefore = useRef(mode);
  // What was pressed makes way for what it opens, and the focus goes along.
  useLayoutEffect(() => {
    if (modeBefore.current !== mode) row.current?.querySelector<HTMLElement>('textarea, button')?.focus();
    modeBefore.current = mode;
  }, [mode]);

  const save = () =>
    text.trim() &&
    run(async () => {
      if (text.trim() !== note.text) await onEdit(text.trim());
      setMode('shown');
    });

  return (
    <li ref={row} class="note">
      {mode === 'editing' ? (
        <WordsField
          label={t('noteEdit')}
          value={text}
          rows={3}
          error={text.trim() ? undefined : t('textMissing')}
          isReadOnly={isBusy}
          onChange={setText}
          onSubmit={save}
        />
      ) : (
        <p class="note-text">
          <bdi>{note.text}</bdi>
        </p>
      )}
      {mode === 'deleting' && <p class="note-question">{t('noteDeleteQuestion')}</p>}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="note-foot">
        {mode === 'shown' && <When at={note.createdAt} now={now} />}
        <span class="part-actions">
          {mode === 'shown' && (
            <>
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  setText(note.text);
                  setMode('editing');
                }}
              >
                {t('noteEdit')}
              </button>
              <button type="button" class="link-button link-danger" onClick={() => setMode('deleting')}>
                {t('noteDelete')}
              </button>
            </>
          )}
          {mode === 'editing' && (
            <button type="button" class="link-button" aria-disabled={isBusy} onClick={save}>
              {isBusy ? t('saving') : t('noteSave')}
            </button>
          )}
          {mode === 'deleting' && (
            <button
              type="button"
              class="link-button link-danger"
              aria-disabled={isBusy}
              onClick={() => run(onDelete)}
            >
              {isBusy ? t('deleting') : t('delete')}
            </button>
          )}
          {mode !== 'shown' && (
            <button type="button" class="link-button" onClick={() => !isBusy && setMode('shown')}>
              {t('cancel')}
            </button>
          )}
        </span>
      </div>
    </li>
  );
}
