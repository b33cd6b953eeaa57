import { type Density, densityKey, showDensity } from '../density.ts';
import { Failure } from '../failure.ts';

/**
 * Keeps the choice, and shows it in every page of ours that is open.
 * @throws {Failure} `storage` when the browser could not keep it
 */
export async function chooseDensity(density: Density): Promise<void> {
  try {
    localStorage.setItem(densityKey, density);
  } catch (cause) {
    throw new Failure('storage', '', { cause });
  }
  showDensity();
}
