import { hash } from './seeded.ts';

/**
 * Pictures of people and companies, drawn on the spot, under addresses that have the telling parts of the
 * real ones (`profile-displayphoto`, `company-logo`). They are served from the pages' own host.
 */

export function photoUrl(handle: string, size = 200): string {
  const name = encodeURIComponent(handle);
  return `https://www.linkedin.com/sample-media/v2/${name}/profile-displayphoto-shrink_${size}_${size}/0?e=1798761600`;
}

export function logoUrl(handle: string, size = 100): string {
  const name = encodeURIComponent(handle);
  return `https://www.linkedin.com/sample-media/v2/${name}/company-logo_${size}_${size}/0?e=1798761600`;
}

export function pictureUrl(name: string): string {
  return `https://www.linkedin.com/sample-media/v2/${encodeURIComponent(name)}/feedshare-shrink_800/0`;
}

/** The SVG for a path below `/sample-media/`, or undefined for any other path. */
export function drawMedia(path: string): string | undefined {
  const match = /^\/sample-media\/v2\/([^/]+)\/(profile-displayphoto|company-logo|feedshare)/.exec(path);
  if (!match?.[1]) return undefined;
  const name = decodeURIComponent(match[1]);
  if (match[2] === 'profile-displayphoto') return portrait(name);
  return match[2] === 'company-logo' ? emblem(name) : scene(name);
}

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" preserveAspectRatio="xMidYMid slice">${content}</svg>`;

/** How the people and companies of the cast look; everybody else is drawn by chance. */
const cast: Record<string, { hair?: 'long' | 'short'; hue?: number; shape?: number }> = {
  'ingrid-solvang': { hair: 'long' },
  'tomas-okafor-reyes-31b': { hair: 'short' },
  'renske-vandaal': { hair: 'long' },
  'yui-sato-kyoto': { hair: 'long' },
  'layla-almansoori-energy': { hair: 'long' },
  'dr-amara-nkemelu': { hair: 'long' },
  'oskar-lindqvist-bao': { hair: 'short' },
  'jörg-weißenfels-hafen': { hair: 'short' },
  'clara-mbeki-hoffmann': { hair: 'long' },
  'etienne-garrabost': { hair: 'short' },
  'wanjiru-abernethy': { hair: 'long' },
  'bence-farkasdy': { hair: 'short' },
  'nora-whitcombe': { hair: 'long' },
  'brightfjord-systems': { hue: 205, shape: 0 },
  'brightfjord-marine-data': { hue: 190, shape: 0 },
  'quandelo-health': { hue: 345, shape: 1 },
  'pellworth-university': { hue: 150, shape: 2 },
  'marlowick-spedition': { hue: 22, shape: 3 },
  'tessarine-press': { hue: 268, shape: 2 },
};

/** Hues far apart for names that are near to each other. */
function hueOf(name: string): number {
  return (hash(name) >>> 3) % 360;
}

function portrait(name: string): string {
  const hue = hueOf(name);
  const skin = ['#f1cfb3', '#d9a67e', '#a8744f', '#7b4d33', '#e8b994'][hash(`${name} skin`) % 5];
  const hair = ['#2b2320', '#5a3825', '#8c5a2b', '#b8b3ac', '#191a20'][hash(`${name} hair`) % 5];
  const long = (cast[name]?.hair ?? (hash(`${name} cut`) % 2 === 0 ? 'long' : 'short')) === 'long';
  return svg(
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 45% 82%)"/>` +
      `<stop offset="1" stop-color="hsl(${(hue + 50) % 360} 40% 68%)"/></linearGradient></defs>` +
      `<rect width="200" height="200" fill="url(#g)"/>` +
      (long ? `<path d="M52 96a48 54 0 0 1 96 0v62H52z" fill="${hair}"/>` : '') +
      `<path d="M28 200c0-44 34-58 72-58s72 14 72 58z" fill="hsl(${(hue + 180) % 360} 32% 38%)"/>` +
      `<rect x="84" y="116" width="32" height="38" rx="14" fill="${skin}"/>` +
      `<ellipse cx="100" cy="92" rx="36" ry="44" fill="${skin}"/>` +
      `<path d="M62 88c0-38 24-50 40-50s38 12 36 50c-8-18-20-26-34-28-18 4-34 10-42 28z" fill="${hair}"/>`,
  );
}

function emblem(name: string): string {
  const hue = cast[name]?.hue ?? hueOf(name);
  const shape = cast[name]?.shape ?? hash(`${name} mark`) % 4;
  const shapes = [
    '<path d="M40 130q30-34 60 0t60 0v26H40zM100 40l34 70H66z" fill="#fff"/>',
    '<circle cx="100" cy="100" r="52" fill="none" stroke="#fff" stroke-width="22"/>',
    '<path d="M56 52h36v96H56zM108 52h36v54h-36zM108 122h36v26h-36z" fill="#fff"/>',
    '<path d="M100 44l52 56-52 56-52-56zM100 78l-22 22 22 22 22-22z" fill="#fff" fill-rule="evenodd"/>',
  ];
  return svg(`<rect width="200" height="200" fill="hsl(${hue} 48% 34%)"/>${shapes[shape]}`);
}

function scene(name: string): string {
  const hue = hueOf(name);
  return svg(
    `<rect width="200" height="200" fill="hsl(${hue} 50% 86%)"/>` +
      `<circle cx="${40 + (hash(name) % 120)}" cy="64" r="22" fill="hsl(${(hue + 40) % 360} 70% 74%)"/>` +
      `<path d="M0 132q50-46 100 0t100 0v68H0z" fill="hsl(${(hue + 160) % 360} 30% 60%)"/>` +
      `<path d="M0 158q50-28 100 0t100 0v42H0z" fill="hsl(${(hue + 170) % 360} 34% 46%)"/>`,
  );
}
