import { Icon, type IconName, Shape } from './Icon.tsx';

/** Drawn as the others are; loaded with the parts that show them. */
const shapes = {
  arrowBack: 'M13 8H3.4M7 4 3 8l4 4',
  building: 'M3.5 13.5v-11h6v11M9.5 6.5h3v7M2 13.5h12M5.5 5.2h2M5.5 7.8h2M5.5 10.4h2',
  eyeOff: 'M2 8s2.2-3.8 6-3.8S14 8 14 8s-2.2 3.8-6 3.8S2 8 2 8zM2.6 13.4 13.4 2.6',
  lock: 'M3.6 7.2h8.8v6.4H3.6zM5.4 7V4.8a2.6 2.6 0 0 1 5.2 0V7',
  pencil: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.4 4.4l2.2 2.2',
  people:
    'M6 3.2a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM1.8 13c.2-2.4 1.8-3.8 4.2-3.8s4 1.4 4.2 3.8M10.4 3.6a2 2 0 0 1 0 3.7M12 9.6c1.4.5 2.1 1.7 2.2 3.4',
  search: 'M7 2.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8zM10.2 10.2l3.4 3.4',
  trash: 'M3 4.4h10M6.2 4.2V2.6h3.6v1.6M4.4 4.6l.5 8.8h6.2l.5-8.8',
} as const;

export type AnyIconName = IconName | keyof typeof shapes;

const isOwn = (name: AnyIconName): name is keyof typeof shapes => name in shapes;

/** For parts that are loaded later: any icon of ours. */
export function AnyIcon({ name, size = 16 }: { name: AnyIconName; size?: number }) {
  return isOwn(name) ? <Shape path={shapes[name]} size={size} /> : <Icon name={name} size={size} />;
}
