import type { ComponentChildren } from 'preact';
import { AnyIcon, type AnyIconName } from './AnyIcon.tsx';

interface PageNoticeProps {
  icon: AnyIconName;
  title: string;
  text: string;
  children?: ComponentChildren;
}

/** A page without a record to show: what it is, in plain words, and what to do. */
export function PageNotice({ icon, title, text, children }: PageNoticeProps) {
  return (
    <section class="notice" role="status">
      <span class="notice-icon">
        <AnyIcon name={icon} size={24} />
      </span>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  );
}
