import { layerText } from '../lib/panel/field-text.ts';
import type { Layer } from '../lib/records.ts';

/** How much the evidence is worth, which decides how full the mark is drawn. */
const strengths: Record<Layer, 'full' | 'half' | 'ring' | 'pen'> = {
  address: 'full',
  structured: 'full',
  link: 'full',
  heading: 'full',
  position: 'half',
  title: 'half',
  derived: 'ring',
  user: 'pen',
};

/** Says where a value was read: drawn small, told in a tooltip and to screen readers. */
export function EvidenceMark({ from }: { from: Layer }) {
  const text = layerText(from);
  return (
    <span
      class={`evidence evidence-${strengths[from]}`}
      role="img"
      aria-label={text}
      title={text}
      data-layer={from}
    />
  );
}
