import type { catalogChangesInputs } from '../../messages/catalog-changes.ts';
import type { HandlersOf } from '../../messages.ts';
import { createChangeInCatalog, createCountInCatalog, createCreateInCatalog } from '../catalog-changes.ts';
import type { Grinfi } from '../grinfi.ts';

/** Lists, tags, stages and custom fields themselves. */
export function createCatalogChanges(deps: { grinfi: Grinfi }): HandlersOf<typeof catalogChangesInputs> {
  return {
    createInCatalog: createCreateInCatalog(deps),
    changeInCatalog: createChangeInCatalog(deps),
    countInCatalog: createCountInCatalog(deps),
  };
}
