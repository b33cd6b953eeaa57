/**
 * In-app navigation of the sample pages, in the order of a real one: the address changes at once, the title
 * after a while, the content last. Runs in the page's own world.
 *
 * `window.__navigate(handle, delayMs = 1200)` (also a click on a link to `/in/…` in the side column, such as
 * `#next-person`, with the delay taken from the page's `?delay=` or `#delay=`):
 * - at 0: `history.pushState` to `/in/<handle>/`; the old person's content stays
 * - at a quarter of the delay (300 ms): the title becomes the new person's
 * - at 60 %: the main column holds the new top card alone, its sections are not there yet; the side column is
 *   still the old one
 * - at the end: all of the new page; `body[data-sample-navigated]` is the handle, and the window gets the event
 *   `sample:navigated`
 * A second navigation in between abandons the first. Back and forward do the same with the address they bring.
 */
export const navigationScript = `
(() => {
  let turn = 0;
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const defaultDelay = () => {
    const found = /[?&#]delay=(\\d+)/.exec(location.search + location.hash);
    return found ? Number(found[1]) : 1200;
  };
  const column = (page) => page.querySelector('[data-component-type=LazyColumn]');
  async function show(handle, delay) {
    const mine = ++turn;
    const loading = fetch('/in/' + encodeURIComponent(handle) + '/')
      .then((answer) => answer.text())
      .then((html) => new DOMParser().parseFromString(html, 'text/html'));
    await wait(delay / 4);
    const next = await loading;
    if (mine !== turn) return;
    if (!column(next)) return location.reload();
    document.title = next.title;
    await wait(delay * 0.35);
    if (mine !== turn) return;
    const now = column(document);
    const topCard = column(next)?.firstElementChild;
    if (now && topCard) now.replaceChildren(topCard.cloneNode(true));
    await wait(delay * 0.4);
    if (mine !== turn) return;
    document.querySelector('head style').textContent = next.querySelector('head style').textContent;
    document.querySelector('main').replaceWith(next.querySelector('main'));
    document.body.dataset.sampleNavigated = handle;
    dispatchEvent(new CustomEvent('sample:navigated', { detail: handle }));
  }
  window.__navigate = (handle, delay = defaultDelay()) => {
    history.pushState({}, '', '/in/' + encodeURIComponent(handle) + '/');
    return show(handle, delay);
  };
  const handleIn = (path) => {
    const found = /^\\/in\\/([^/]+)\\/?$/.exec(path);
    return found && decodeURIComponent(found[1]);
  };
  addEventListener('popstate', () => {
    const handle = handleIn(location.pathname);
    if (handle) show(handle, defaultDelay());
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[componentkey^=profileAside] a[href*="/in/"]');
    if (!link) return;
    event.preventDefault();
    window.__navigate(handleIn(new URL(link.href).pathname));
  });
})();
`;
