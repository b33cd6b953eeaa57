import type { PickTexts } from './tab-scripts.ts';

/** What the picker draws: a frame around an element, and a label that says what to do. */
export interface Highlight {
  show(element: Element | undefined, text: string | undefined): void;
  remove(): void;
}

const colour = '#3b5bdb';
const host = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: 'auto',
  height: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  background: 'none',
  'pointer-events': 'none',
  'z-index': '2147483647',
};
const frame = {
  position: 'fixed',
  'box-sizing': 'border-box',
  border: `2px solid ${colour}`,
  'border-radius': '4px',
  background: 'rgb(59 91 219 / 12%)',
  'box-shadow': '0 0 0 1px #fff',
};
const label = {
  position: 'fixed',
  'max-width': '320px',
  padding: '8px 12px',
  'border-radius': '8px',
  background: '#1b1f2a',
  color: '#fff',
  font: '13px/1.4 system-ui, sans-serif',
  'box-shadow': '0 4px 16px rgb(0 0 0 / 30%)',
};

/**
 * Draws over the page: the one thing that this product ever puts there, on the user's click and gone right
 * after. One plain `div` that the page cannot look into, with styles set one by one, so that no rule of the
 * page's own (nor its content policy) bears on them.
 */
export function drawHighlight(page: Document, texts: PickTexts): Highlight {
  const element = styled(page, host);
  const root = element.attachShadow({ mode: 'closed' });
  const box = styled(page, frame);
  const note = styled(page, label);
  const value = styled(page, { 'font-weight': '600', 'overflow-wrap': 'anywhere' });
  const keys = styled(page, { opacity: '0.75', 'font-size': '12px' });
  const instruction = styled(page, {});
  note.dir = texts.direction;
  note.setAttribute('role', 'status');
  instruction.textContent = texts.instruction;
  keys.textContent = texts.keys;
  note.append(instruction, value, keys);
  root.append(box, note);
  page.documentElement.append(element);
  // Above the page's own dialogs, where the browser can.
  element.popover = 'manual';
  element.showPopover?.();
  place(box, note, undefined, page);
  return {
    show(target, text) {
      value.textContent = text ?? (target ? texts.nothing : '');
      place(box, note, target, page);
    },
    remove: () => element.remove(),
  };
}

function styled(page: Document, styles: Record<string, string>): HTMLElement {
  const element = page.createElement('div');
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  return element;
}

/** The frame around the element, the label below it, or above where there is no room. */
function place(box: HTMLElement, note: HTMLElement, target: Element | undefined, page: Document): void {
  const view = { width: page.documentElement.clientWidth, height: page.defaultView?.innerHeight ?? 0 };
  const rect = target?.getBoundingClientRect();
  const set = (element: HTMLElement, styles: Record<string, string>) => {
    for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  };
  set(box, { display: rect ? 'block' : 'none' });
  if (rect)
    set(box, {
      left: `${rect.left - 3}px`,
      top: `${rect.top - 3}px`,
      width: `${rect.width + 6}px`,
      height: `${rect.height + 6}px`,
    });
  const size = note.getBoundingClientRect();
  const below = (rect?.bottom ?? 0) + 10;
  const isRoomBelow = below + size.height < view.height;
  const top = !rect ? 16 : isRoomBelow ? below : Math.max(8, rect.top - size.height - 10);
  const left = Math.min(Math.max(8, rect?.left ?? 16), Math.max(8, view.width - size.width - 8));
  set(note, { top: `${Math.min(top, Math.max(8, view.height - size.height - 8))}px`, left: `${left}px` });
}
