import { useEffect, useState } from 'preact/hooks';
import type { CrmList } from '../../lib/crm.ts';
import { t } from '../../lib/i18n.ts';
import type { Import } from '../../lib/messages/workspace.ts';
import { type RecordPart, useRecordPart } from '../../lib/panel/use-record-part.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import {
  importKindText,
  importShare,
  importStateText,
  isImportMoving,
  progressText,
} from '../../lib/panel/workspace-text.ts';
import { When } from '../known/When.tsx';
import { ImportForm } from './ImportForm.tsx';
import { PartList, StateChip } from './PartList.tsx';
import { SwitchButton } from './SwitchButton.tsx';

interface ImportsTabProps {
  lists: readonly CrmList[];
  isShown: boolean;
  calls: WorkspaceCalls;
  now: number;
}

const lookEveryMs = 4_000;

/** What comes into the workspace, from LinkedIn and from files, and how far it is. */
export function ImportsTab({ lists, isShown, calls, now }: ImportsTabProps) {
  const part = useRecordPart<Import>({ key: 'imports', load: calls.listImports, idOf: ({ id }) => id });
  const [isHandedOver, setIsHandedOver] = useState(false);
  useFollowing(part, isShown, isHandedOver);
  return (
    <>
      <ImportForm
        lists={lists}
        onImport={calls.importFile}
        onDone={() => {
          setIsHandedOver(true);
          part.reload();
        }}
      />
      {isHandedOver && (
        <p class="status status-good" role="status">
          {t('importHandedOver')}
        </p>
      )}
      <PartList part={part} empty={t('importsEmpty')}>
        {(one) => (
          <li key={one.id} class="work-item">
            <span class="work-head">
              <strong>{importKindText(one.type)}</strong>
              <StateChip text={importStateText(one.status)} isGood={one.status === 'completed'} />
              <When at={one.createdAt} now={now} />
            </span>
            <ListName id={one.listId} lists={lists} />
            <Progress one={one} />
            {one.errors.map((error) => (
              <p key={error} class="status-danger">
                {t('serverSaid', error)}
              </p>
            ))}
            <SwitchButton
              label={t('importRemove')}
              about={importKindText(one.type)}
              isDanger
              question={t('importRemoveAsk')}
              onPress={async () => {
                await calls.removeImport(one.id);
                part.change((all) => all.filter(({ id }) => id !== one.id));
              }}
            />
          </li>
        )}
      </PartList>
    </>
  );
}

/** Looks again while something moves, or is about to, and somebody looks. */
function useFollowing(part: RecordPart<Import>, isShown: boolean, isHandedOver: boolean): void {
  const { items, isLoading, problem, reload } = part;
  const isMoving = isHandedOver || items?.some(isImportMoving) === true;
  useEffect(() => {
    if (!isShown || !isMoving || isLoading || problem) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') reload();
    }, lookEveryMs);
    return () => clearTimeout(timer);
  }, [isShown, isMoving, isLoading, problem]);
}

function ListName({ id, lists }: { id: string | undefined; lists: readonly CrmList[] }) {
  const list = lists.find((one) => one.id === id);
  if (!list) return null;
  return (
    <span class="work-small">
      {t('list')}: <bdi>{list.name}</bdi>
    </span>
  );
}

function Progress({ one }: { one: Import }) {
  const share = isImportMoving(one) ? importShare(one.progress) : undefined;
  return (
    <>
      {share && <progress aria-label={t('importProgress')} value={share.done} max={share.all} />}
      {one.progress && <p class="muted work-small">{progressText(one.progress)}</p>}
    </>
  );
}
