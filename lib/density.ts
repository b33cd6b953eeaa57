/** How close together everything stands in popup, panel and settings. */
export type Density = 'comfortable' | 'compact';

export const densityKey = 'density';

/** In the pages' own storage, which can be read before the first paint; the browser's answers after it. */
export function getDensity(): Density {
  try {
    return localStorage.getItem(densityKey) === 'compact' ? 'compact' : 'comfortable';
  } catch {
    // Where the user lets no page store anything.
    return 'comfortable';
  }
}

export function showDensity(): void {
  document.documentElement.dataset['density'] = getDensity();
}

/** Shows this page as the user has chosen, now and whenever another page of ours changes it. */
export function applyDensity(): void {
  showDensity();
  addEventListener('storage', showDensity);
}
