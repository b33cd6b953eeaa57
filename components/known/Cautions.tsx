import { Icon } from '../Icon.tsx';

/** What speaks against an automation, a line each. */
export function Cautions({ lines, label }: { lines: readonly string[]; label?: string | undefined }) {
  return (
    <ul class="cautions" aria-label={label}>
      {lines.map((line) => (
        <li key={line} class="status">
          <Icon name="alert" size={14} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
