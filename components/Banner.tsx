import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface BannerProps {
  icon: IconName;
  tone: 'warn' | 'danger' | 'quiet';
  text: string;
  children?: ComponentChildren;
}

/** One line over everything, for what concerns every page: offline, key refused, could not check. */
export function Banner({ icon, tone, text, children }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`} role="status">
      <Icon name={icon} size={14} />
      <span>{text}</span>
      {children}
    </div>
  );
}
