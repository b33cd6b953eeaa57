/** Line icons on a 16-unit grid for the messages tab, drawn for this product and loaded with it. */
const shapes = {
  alert: 'M8 2.2 14.6 13.6H1.4zM8 6.4v3.2M8 11.6v.1',
  check: 'M3 8.6 6.4 12 13 4.6',
  clip: 'M12.6 7.4 7.8 12.2a2.9 2.9 0 0 1-4.1-4.1l5.4-5.4a1.9 1.9 0 0 1 2.7 2.7l-5.3 5.3a.9.9 0 0 1-1.3-1.3l4.7-4.7',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.2 1.6',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  mail: 'M2 3.8h12v8.4H2zM2 4.4l6 4.4 6-4.4',
  send: 'M2.6 3 13.6 8 2.6 13l1.6-5zM4.2 8h4.4',
  spark: 'M7 2.4 8.4 6.6 12.6 8 8.4 9.4 7 13.6 5.6 9.4 1.4 8l4.2-1.4zM12.8 1.8v2.8M11.4 3.2h2.8',
} as const;

export function TalkIcon({ name, size = 12 }: { name: keyof typeof shapes; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
