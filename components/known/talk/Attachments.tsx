import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText } from '../../../lib/error-text.ts';
import { t } from '../../../lib/i18n.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import { fileSize, isWhole, largestFileBytes, type TypedFile } from '../../../lib/panel/typed-files.ts';
import { failureOf } from '../../../lib/send.ts';
import { Icon } from '../../Icon.tsx';
import { Problem } from '../Problem.tsx';
import { TalkIcon } from './TalkIcon.tsx';

export interface Files {
  all: readonly TypedFile[];
  attachmentIds: string[] | undefined;
  /** Names of what was too large. */
  tooLarge: readonly string[];
  problems: Readonly<Record<string, string>>;
  add: (chosen: readonly File[]) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
}

type Edit = (files: readonly TypedFile[]) => TypedFile[];

interface FilesOfDraft {
  all: readonly TypedFile[];
  /** The draft is being sent, so its files stay as they are. */
  isBusy: boolean;
  onEdit: (edit: Edit) => void;
  calls: ConversationCalls;
}

/** The files of a draft. Each is put aside here, then handed over; what a closed screen left is taken up again. */
export function useFiles({ all, isBusy, onEdit, calls }: FilesOfDraft): Files {
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [tooLarge, setTooLarge] = useState<string[]>([]);
  const underWay = useRef(new Set<string>());
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  function edit(change: Edit): void {
    if (!isGone.current) onEdit(change);
  }

  const tell = (id: string, problem: string | undefined) =>
    setProblems(({ [id]: _, ...others }) => (problem ? { ...others, [id]: problem } : others));

  async function handOver(id: string, file?: File): Promise<void> {
    if (underWay.current.has(id)) return;
    underWay.current.add(id);
    tell(id, undefined);
    try {
      if (file) await calls.keepFile(id, file);
      const { id: attachmentId } = await calls.uploadFile(id);
      edit((files) => files.map((one) => (one.id === id ? { ...one, attachmentId } : one)));
    } catch (error) {
      const { kind, message } = failureOf(error);
      tell(id, errorText(kind, message));
    } finally {
      underWay.current.delete(id);
    }
  }

  // Those that an earlier screen has put aside.
  const waiting = all.filter(({ id, attachmentId }) => !attachmentId && !problems[id]);
  useEffect(() => {
    for (const { id } of waiting) void handOver(id);
  }, [waiting.map(({ id }) => id).join()]);

  function add(chosen: readonly File[]): void {
    if (isBusy) return;
    const fits = chosen.filter(({ size }) => size <= largestFileBytes);
    setTooLarge(chosen.filter((file) => !fits.includes(file)).map(({ name }) => name));
    for (const file of fits) {
      const id = crypto.randomUUID();
      void handOver(id, file);
      edit((files) => [...files, { id, name: file.name, type: file.type, sizeBytes: file.size }]);
    }
  }

  function remove(id: string): void {
    if (isBusy) return;
    const file = all.find((one) => one.id === id);
    edit((files) => files.filter((one) => one.id !== id));
    tell(id, undefined);
    // What stays in Grinfi hangs on nothing, so this may fail.
    void calls.removeFile(id, file?.attachmentId).catch(() => undefined);
  }

  const attachmentIds = all.flatMap(({ attachmentId }) => attachmentId ?? []);
  return {
    all,
    attachmentIds: attachmentIds.length > 0 ? attachmentIds : undefined,
    tooLarge,
    problems,
    add,
    retry: (id) => void handOver(id),
    remove,
  };
}

/** What goes along with what is written. */
export function Attachments({ files, isChecked }: { files: Files; isChecked: boolean }) {
  const { all, tooLarge, problems } = files;
  return (
    <>
      {all.length > 0 && (
        <ul class="files">
          {all.map((file) => {
            const problem = problems[file.id];
            return (
              <li key={file.id} class={problem ? 'file file-failed' : 'file'}>
                <TalkIcon name="file" size={14} />
                <span class="file-name">
                  <bdi>{file.name}</bdi>
                </span>
                <span class="file-about">
                  {[fileSize(file.sizeBytes), file.type.split('/').at(-1)].filter(Boolean).join(' · ')}
                  {!file.attachmentId && !problem && ` · ${t('attachUploading')}`}
                </span>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('attachRemove', file.name)}
                  title={t('attachRemove', file.name)}
                  onClick={() => files.remove(file.id)}
                >
                  <Icon name="close" size={12} />
                </button>
                {problem && (
                  <Problem text={`${t('attachFailed')}: ${problem}`} onRetry={() => files.retry(file.id)} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {tooLarge.map((name) => (
        <Problem key={name} text={t('attachTooLarge', name, fileSize(largestFileBytes))} />
      ))}
      {isChecked && !isWhole(all) && <p class="form-error">{t('attachWaits')}</p>}
    </>
  );
}

/** Chooses files. Some systems close a popup when their file window opens, so the panel is offered there first. */
export function AttachTool({ files, onOpenPanel }: { files: Files; onOpenPanel?: (() => void) | undefined }) {
  const [isAsking, setIsAsking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const choose = () => {
    setIsAsking(false);
    input.current?.click();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attach')}
        onChange={(event) => {
          files.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="tool-button"
        aria-label={t('attach')}
        title={t('attach')}
        onClick={() => (onOpenPanel ? setIsAsking(!isAsking) : choose())}
        {...(onOpenPanel ? { 'aria-expanded': isAsking } : {})}
      >
        <TalkIcon name="clip" size={16} />
      </button>
      {isAsking && (
        <div class="file-popup">
          <p>{t('attachPopup')}</p>
          <button type="button" class="link-button" onClick={onOpenPanel}>
            {t('attachInPanel')}
          </button>
          <button type="button" class="link-button" onClick={choose}>
            {t('attachHere')}
          </button>
        </div>
      )}
    </>
  );
}
