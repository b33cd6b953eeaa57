/** Line icons on a 16-unit grid, drawn for this product: those that the popup shows at once. */
const shapes = {
  alert: 'M8 2.2 14.6 13.6H1.4zM8 6.4v3.2M8 11.6v.1',
  briefcase: 'M2.5 5.5h11v7.5h-11zM6 5.2V3.2h4v2M2.5 8.8h11',
  check: 'M3 8.6 6.4 12 13 4.6',
  chevron: 'm4.5 6.2 3.5 3.6 3.5-3.6',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.2 1.6',
  close: 'm4 4 8 8M12 4l-8 8',
  cloudOff: 'M4.6 6.2A2.9 2.9 0 0 0 4.4 12h6.4M7 4.3a3.6 3.6 0 0 1 4.8 3.2 2.3 2.3 0 0 1 1.2 4M2.5 2.5l11 11',
  external: 'M9.5 2.8h3.7v3.7M13 3 7.6 8.4M11.4 9.6v3.6H2.8V4.6h3.6',
  gear: 'M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2',
  globe: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c-4 3.6-4 8.4 0 12M8 2c4 3.6 4 8.4 0 12',
  help: 'M5.6 5.6a2.4 2.4 0 1 1 3.4 2.2Q8 8.3 8 9.6M8 12.2v.2',
  inbox: 'M2.2 9.2 4.2 3h7.6l2 6.2v3.8H2.2zM2.2 9.2h3.4c.2 1.5 1.2 2.2 2.4 2.2s2.2-.7 2.4-2.2h3.4',
  key: 'M10.4 2.4a3.2 3.2 0 1 1-2.9 4.6L2.4 12v1.8h2.4v-1.6h1.6v-1.6H8l1-1.1M10.8 5.2v.1',
  list: 'M5.6 4h8M5.6 8h8M5.6 12h8M2.4 4h.2M2.4 8h.2M2.4 12h.2',
  panel: 'M2 3h12v10H2zM9.6 3v10',
  person: 'M8 2.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM3 13.6c.2-2.8 2.2-4.4 5-4.4s4.8 1.6 5 4.4',
  pin: 'M8 14s4.4-4.2 4.4-7.4a4.4 4.4 0 0 0-8.8 0C3.6 9.8 8 14 8 14zM8 5.2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13.2 2.2v2.9h-2.9',
  undo: 'M5.4 3 2.6 5.8l2.8 2.8M2.8 5.8h6.4a3.6 3.6 0 0 1 0 7.2H6',
} as const;

export type IconName = keyof typeof shapes;

/** Decorative: the text beside it, or the label of the control around it, says what it means. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return <Shape path={shapes[name]} size={size} />;
}

export function Shape({ path, size }: { path: string; size: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
