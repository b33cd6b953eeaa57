import type { Option } from '../lib/panel/options-search.ts';

/** The colour of a tag or of a stage's category. The colour comes from outside, so only `#rrggbb` passes. */
export function OptionDot({ option }: { option: Pick<Option, 'color' | 'category'> }) {
  const { color, category } = option;
  if (color && /^#[0-9a-f]{6}$/i.test(color))
    return <span class="dot" style={{ backgroundColor: color }} aria-hidden="true" />;
  if (category) return <span class="dot" data-category={category} aria-hidden="true" />;
  return null;
}
