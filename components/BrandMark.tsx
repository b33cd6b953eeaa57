/** The product's mark: a frame that catches a dot. The icon files are drawn from the same shapes. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg
      class="brand-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" class="brand-mark-ground" />
      <path d="M20.8 9.6A8 8 0 1 0 24 16h-6.4" class="brand-mark-line" />
      <circle cx="24" cy="9" r="2.6" class="brand-mark-dot" />
    </svg>
  );
}
