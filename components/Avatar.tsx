import { useState } from 'preact/hooks';

interface AvatarProps {
  url: string | undefined;
  name: string;
  kind: 'person' | 'company';
}

/** Photo or logo; initials where there is none, or where it does not load. */
export function Avatar({ url, name, kind }: AvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const shape = kind === 'person' ? 'avatar' : 'avatar avatar-company';
  if (!url?.startsWith('https://') || url === brokenUrl)
    return (
      <span class={shape} aria-hidden="true">
        {initials(name)}
      </span>
    );
  return (
    <img
      class={shape}
      src={url}
      alt=""
      width={56}
      height={56}
      referrerpolicy="no-referrer"
      onError={() => setBrokenUrl(url)}
    />
  );
}

/** First letters of the first and the last word, whatever the script. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
