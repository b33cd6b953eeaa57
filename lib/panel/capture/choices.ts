import { getPresets, setPresets } from '../../presets.ts';
import type { FormModel, FormPresets } from '../form.ts';
import type { Scene } from './scene.ts';

/** What a save chose, with which the next new record starts: list, tags and pipeline stage. */
export interface Choices {
  /** A while after the save, so that its own way through the browser is free. */
  keepSoon(form: FormModel, workspaceId: string | undefined): void;
  /**
   * Now, should it still be to be done.
   * @param isLast the screen, or its workspace, is about to go: there is no time to read first
   */
  keepNow(isLast?: boolean): void;
}

export function createChoices(scene: Scene, delayMs = 500): Choices {
  let keep: ((isLast: boolean) => void) | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  function keepSoon(form: FormModel, workspaceId: string | undefined): void {
    keepNow();
    keep = (isLast) => {
      // Of a workspace that is no longer shown, the ids would mean nothing. And the save itself is stored.
      if (scene.state.workspaces.activeId === workspaceId) keepPresets(form, isLast).catch(() => undefined);
    };
    keeping = setTimeout(keepNow, delayMs);
  }

  function keepNow(isLast = false): void {
    clearTimeout(keeping);
    keep?.(isLast);
    keep = undefined;
  }

  /** A list or tag still to be created is kept by its name. */
  async function keepPresets(form: FormModel, isLast: boolean): Promise<void> {
    const stage = form.kind === 'person' ? 'contactStageId' : 'companyStageId';
    const presets: FormPresets = {
      ...(isLast ? scene.state.presets : await getPresets()),
      ...(form.list
        ? 'id' in form.list
          ? { listId: form.list.id, newListName: undefined }
          : { newListName: form.list.name }
        : {}),
      tagIds: form.tags.flatMap((tag) => ('id' in tag ? [tag.id] : [])),
      newTagNames: form.tags.flatMap((tag) => ('name' in tag ? [tag.name] : [])),
      [stage]: form.stageId || undefined,
    };
    scene.set({ presets });
    await setPresets({ ...presets, tagIds: presets.tagIds ?? [] });
  }

  return { keepSoon, keepNow };
}
