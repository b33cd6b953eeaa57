/** Longer than a busy machine takes to show something; a window that nobody sees shows nothing. */
const patienceMs = 400;

/**
 * Resolves when the user sees what the page holds by now: what is done after this takes no time from it. Soon, too,
 * where nothing is shown.
 */
export function painted(): Promise<void> {
  const shown = nextFrame().then(nextFrame).then(firstPaint);
  return Promise.race([shown, new Promise<void>((resolve) => setTimeout(resolve, patienceMs))]);
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** The first frame of a page reaches the screen some time after the page has made it. */
function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return resolve();
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
