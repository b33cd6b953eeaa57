import { Seeded } from './seeded.ts';

/**
 * The looks of the signed-in pages. Class names are hashes that change with every build, as on the site: each
 * part of a page has one name that styles it and a dozen that say nothing. `class` gives the whole attribute.
 */
export class Look {
  private readonly names = new Map<string, string>();
  private readonly build: string;
  private readonly noise: number;

  /** @param noise how many meaningless names stand beside the one that styles */
  constructor(build: string, noise = 16) {
    this.build = build;
    this.noise = noise;
  }

  class(part: string): string {
    const known = this.names.get(part);
    if (known) return known;
    const others = new Seeded(`${this.build} beside ${part}`);
    const names = [
      this.hashed(part),
      ...Array.from({ length: this.noise }, () => this.hashed(`${others.below(240)}`)),
    ];
    const value = names.join(' ');
    this.names.set(part, value);
    return value;
  }

  /** The style sheet: rules for the parts named in `rules`, under their hashed names. */
  sheet(rules: Record<string, string>, base: string): string {
    const lines = Object.entries(rules).map(([part, rule]) => {
      const [name = part, ...rest] = part.split(' ');
      return `.${this.hashed(name)}${rest.length > 0 ? ` ${rest.join(' ')}` : ''}{${rule}}`;
    });
    return [base, ...lines].join('\n');
  }

  private hashed(part: string): string {
    const name = new Seeded(`${this.build} ${part}`).hex(8);
    return /^\d/.test(name) ? `_${name}` : name;
  }
}

export const baseStyle = `
*{box-sizing:border-box}
html{font:15px/1.45 system-ui,"Segoe UI",Roboto,sans-serif;color:#1d2730;background:#e9eef0}
body{margin:0}
a{color:inherit;text-decoration:none}
h1,h2,h3,h4,p,figure,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
svg{fill:currentColor;flex:none}
hr{border:0;border-top:1px solid #dfe6e9;margin:12px 0}
button{font:inherit;cursor:pointer}
dialog:not([open]){display:none}
`;

/** One rule for each part of the server-driven pages. */
export const sduiRules: Record<string, string> = {
  toast: 'position:absolute;width:1px;height:1px;overflow:hidden',
  skip: 'position:absolute;width:1px;height:1px;overflow:hidden',
  header: 'background:#fff;border-bottom:1px solid #d5dee2;position:sticky;top:0;z-index:2',
  bar: 'max-width:1128px;margin:auto;display:flex;align-items:center;gap:24px;height:52px;padding:0 16px',
  brand:
    'width:30px;height:30px;border-radius:9px;background:#0e6f6f;color:#fff;display:grid;place-items:center',
  searchBox: 'background:#eef3f4;border-radius:8px;padding:6px 12px;min-width:220px;color:#5b6b73',
  searchInput: 'border:0;background:none;width:100%;font:inherit',
  navList: 'display:flex;gap:28px;margin-inline-start:auto',
  navLink:
    'display:flex;flex-direction:column;align-items:center;font-size:12px;color:#5b6b73;background:none;border:0',
  navPhoto: 'width:24px;height:24px;border-radius:50%',
  workspace: 'display:block;padding:24px 16px',
  columns: 'max-width:1128px;margin:auto;display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:24px',
  column: 'min-width:0',
  card: 'background:#fff;border:1px solid #dbe3e6;border-radius:12px;overflow:hidden;margin-bottom:10px',
  cardBody: 'padding:20px 24px',
  heading: 'font-size:20px;font-weight:600;margin-bottom:12px',
  cover: 'height:150px;background:linear-gradient(120deg,#b9d6d3,#dbe4cf 55%,#f0d9c4)',
  photoLink: 'display:block;margin:-88px 0 0 24px;width:152px',
  photo:
    'width:152px;height:152px;border-radius:50%;border:4px solid #fff;background:#dfe7e9;object-fit:cover;display:block',
  silhouette: 'width:0;height:0;position:absolute',
  shapes: 'width:100%;height:100%',
  topBody: 'padding:12px 24px 24px;display:flex;flex-direction:column;gap:12px',
  topColumns: 'display:flex;gap:24px;justify-content:space-between;flex-wrap:wrap',
  topText: 'flex:1 1 340px;min-width:0',
  nameRow: 'display:flex;align-items:center;gap:8px;flex-wrap:wrap',
  name: 'font-size:25px;font-weight:600;line-height:1.25;display:inline',
  mark: 'width:18px;height:18px;color:#0e6f6f',
  quiet: 'color:#5b6b73;font-size:14px',
  small: 'color:#5b6b73;font-size:13px',
  headline: 'font-size:16px;margin-top:2px',
  inline: 'display:flex;gap:6px;align-items:center;flex-wrap:wrap;margin-top:6px',
  link: 'color:#0b6363;font-weight:600',
  variant: 'display:none',
  chip: 'display:flex;gap:10px;align-items:center;cursor:pointer;padding:4px 0',
  logo: 'width:34px;height:34px;border-radius:6px;object-fit:cover;display:block',
  logoBig: 'width:48px;height:48px;border-radius:8px;object-fit:cover;display:block;background:#e4ebed',
  strong: 'font-weight:600',
  buttons: 'display:flex;gap:8px;flex-wrap:wrap;align-items:center',
  primary: 'background:#0e6f6f;color:#fff;border:0;border-radius:20px;padding:6px 18px;font-weight:600',
  sideButton:
    'background:#fff;color:#0b6363;border:1px solid #0e6f6f;border-radius:16px;padding:2px 12px;font-size:13px;font-weight:600;margin-top:4px',
  sideMark: 'width:14px;height:14px;color:#0e6f6f;vertical-align:-2px;margin-inline-start:4px',
  secondary:
    'background:#fff;color:#0b6363;border:1px solid #0e6f6f;border-radius:20px;padding:5px 16px;font-weight:600',
  sticky: 'display:none',
  mutual: 'display:flex;gap:8px;align-items:center;color:#5b6b73;font-size:13px',
  face: 'width:26px;height:26px;border-radius:50%;display:block;object-fit:cover',
  faces: 'display:flex',
  entry: 'display:flex;gap:14px;padding:10px 0',
  entryText: 'flex:1;min-width:0',
  roles: 'margin-inline-start:62px;border-inline-start:2px solid #dfe6e9;padding-inline-start:16px',
  role: 'padding:8px 0',
  clamped: 'display:inline;white-space:pre-line',
  moreButton: 'border:0;background:none;color:#5b6b73',
  posts: 'display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px',
  post: 'border:1px solid #dfe6e9;border-radius:10px;padding:12px;font-size:13px',
  picture: 'height:96px;border-radius:8px;margin-top:8px;display:block;width:100%;object-fit:cover',
  side: 'display:flex;gap:10px;padding:8px 0',
  sideFace: 'width:44px;height:44px;border-radius:50%;object-fit:cover;display:block',
  footer:
    'max-width:1128px;margin:auto;padding:24px 0;color:#5b6b73;font-size:12px;display:flex;gap:16px;flex-wrap:wrap',
};
