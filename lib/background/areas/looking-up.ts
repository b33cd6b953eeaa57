import type { lookingUpInputs } from '../../messages/looking-up.ts';
import type { HandlersOf } from '../../messages.ts';
import { createFindCompanyPeople } from '../find-company-people.ts';
import type { Grinfi } from '../grinfi.ts';
import { createLookUp } from '../look-up.ts';
import { createLookUpElsewhere } from '../look-up-elsewhere.ts';
import { createLookUpPerson } from '../look-up-person.ts';
import { createRefreshCatalog } from '../refresh-catalog.ts';

interface Deps {
  grinfi: Grinfi;
  now: () => number;
}

/** What Grinfi has already. */
export function createLookingUp({ grinfi, now }: Deps): HandlersOf<typeof lookingUpInputs> {
  return {
    lookUp: createLookUp({ grinfi }),
    lookUpPerson: createLookUpPerson({ grinfi, now }),
    lookUpElsewhere: createLookUpElsewhere({ grinfi, now }),
    findCompanyPeople: createFindCompanyPeople({ grinfi }),
    refreshCatalog: createRefreshCatalog({ grinfi }),
  };
}
