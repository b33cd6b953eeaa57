import { h, type Markup } from './markup.ts';
import { Seeded } from './seeded.ts';

/** Plain drawings of our own on a 24 grid, by the beginning of the icon's name. */
const drawings: [start: string, path: string][] = [
  ['home', 'M3 11 12 3l9 8v10h-6v-6H9v6H3z'],
  [
    'people',
    'M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM1 21a7 7 0 0 1 14 0zM17 7a3 3 0 1 1 0 6zM17 15a6 6 0 0 1 6 6h-6z',
  ],
  ['job', 'M8 7V4h8v3h5v5H3V7zm2 0h4V6h-4zM3 14h7v2h4v-2h7v6H3z'],
  ['messages', 'M3 4h18v12H11l-5 5v-5H3z'],
  ['mazzi', 'M12 3a6 6 0 0 1 6 6v5l2 4H4l2-4V9a6 6 0 0 1 6-6zM10 20h4a2 2 0 0 1-4 0z'],
  ['verified', 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM7 12l4 4 7-8-1.500-1.500L11 13l-2.500-2.500z'],
  ['reaction-like', 'M3 11h4v9H3zM9 20V11l4-8c2 0 2 2 1 6h6v3l-2 8z'],
  ['reaction-praise', 'M12 2l3 7 7 .5-5.500 4.500 2 7-6.500-4-6.500 4 2-7L2 9.500 9 9z'],
  ['reaction', 'M12 21 3 12a5 5 0 0 1 9-6 5 5 0 0 1 9 6z'],
  ['link-external', 'M5 5h6v2H7v10h10v-4h2v6H5zM13 4h7v7l-2.500-2.500L12 14l-2-2 5.500-5.500z'],
  ['add', 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z'],
  ['connect', 'M10 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM3 21a7 7 0 0 1 14 0zM19 8h2v3h3v2h-3v3h-2v-3h-3v-2h3z'],
  ['send', 'M2 11 22 3l-8 19-3-8z'],
];
const blank = 'M12 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12z';

/** What stands inside an icon's `svg` of the given side (px): the drawing, and as much outline as real icons have. */
export function iconContent(name: string, side: number): Markup[] {
  const path = drawings.find(([start]) => name.startsWith(start))?.[1] ?? blank;
  const chance = new Seeded(`icon ${name}`);
  const point = () => `${chance.below(side)}.${chance.below(90) + 10}`;
  const outline = Array.from({ length: 9 }, () => `L${point()} ${point()}`).join('');
  return [
    h('path', {
      d: path,
      'fill-rule': 'evenodd',
      transform: side === 24 ? undefined : `scale(${side / 24})`,
    }),
    h('path', { d: `M0 0${outline}`, fill: 'none' }),
  ];
}
