import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { knownSeed } from '../../e2e/harness/known-seed.ts';
import { Capture } from '../../e2e/harness/screens.ts';
import { World } from '../../e2e/harness/world.ts';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { root } from '../root.mjs';
import { storeTexts } from './texts.ts';

/** As the stores ask for them, in pixels. */
export const pictureSizes = {
  screenshot: { width: 1280, height: 800 },
  small: { width: 440, height: 280 },
  marquee: { width: 1400, height: 560 },
} as const;

const panelWidth = 400;
const day = 86_400_000;

/** The CRM of the demo, with somebody in it of whom there is something to see. */
const seed = knownSeed(({ lead_uuid, sender_profile_uuid }, make) => {
  const message = (text: string, days: number, more: object = {}) => {
    const at = make.stamp(days * day);
    make.message(demoOwner, {
      lead_uuid,
      sender_profile_uuid,
      text,
      status: 'done',
      created_at: at,
      sent_at: at,
      ...more,
    });
  };
  message('Good to meet you at the harbour fair. Shall I send the figures of the pilot?', 3);
  message('Yes, please, and what it means for the night shift.', 2, {
    type: 'inbox',
    read_at: make.stamp(day),
  });
});

/**
 * Pictures of the built extension, in English.
 * @returns how many
 */
export async function storePictures(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const world = await World.open({ seed, size: pictureSizes.screenshot });
  try {
    return await takeAll(world, folder);
  } finally {
    await world.close();
  }
}

async function takeAll(world: World, folder: string): Promise<number> {
  const tab = await world.visit('/in/priya-venkat-lund/');
  const { width, height } = pictureSizes.screenshot;
  await tab.setViewportSize({ width: width - panelWidth, height });
  const panel = await panelBeside(world, height);
  const sheet = await world.browser.context.newPage();
  let count = 0;
  const shoot = async (name: string) => {
    count += 1;
    await joined(
      sheet,
      [await still(tab), await still(panel.page)],
      path.join(folder, `${count}-${name}.png`),
    );
  };

  await panel.isLookedUp('New');
  await panel.choose('List', 'Warm intros');
  await panel.addTag('Decision maker');
  await shoot('a-new-profile');
  const fresh = await still(panel.page);
  await panel.save();
  await panel.isSaved();
  await shoot('saved-with-undo');

  await tab.goto('https://www.linkedin.com/in/ingrid-solvang/');
  await panel.isLookedUp('In Grinfi');
  await panel.page.getByRole('tab', { name: /^Messages/ }).click();
  await panel.page.getByText('what it means for the night shift').waitFor();
  await shoot('a-known-contact');
  const known = await still(panel.page);

  await tab.goto('https://www.linkedin.com/search/results/people/?keywords=sdui');
  const people = panel.page.getByRole('region', { name: 'People on this page' });
  await people.getByText('New', { exact: true }).first().waitFor();
  await people.getByText('Checking…').first().waitFor({ state: 'detached' });
  await panel.page.getByRole('button', { name: 'Only new' }).click();
  count += 1;
  // The page itself is plain; the words say what it is.
  await banner(sheet, pictureSizes.screenshot, path.join(folder, `${count}-a-list.png`), {
    words: storeTexts('en').features[3] ?? '',
    shown: [await still(panel.page)],
  });

  const help = await world.browser.context.newPage();
  await help.setViewportSize(pictureSizes.screenshot);
  await help.goto(`${world.browser.origin}/help.html`);
  await help.getByRole('heading', { name: 'What it never does' }).waitFor();
  await writeFile(path.join(folder, `${count + 1}-what-leaves-the-browser.png`), await still(help));

  const words = storeTexts('en').headline;
  await banner(sheet, pictureSizes.small, path.join(folder, 'tile-small.png'), { words, shown: [] });
  await banner(sheet, pictureSizes.marquee, path.join(folder, 'tile-marquee.png'), {
    words,
    shown: [fresh, known],
  });
  return count + 3;
}

/** In a tab of its own, where it may have the width that the picture has for it. */
async function panelBeside(world: World, height: number): Promise<Capture> {
  const bare = await world.browser.bare();
  const tabId = await bare.evaluate(
    async () => (await chrome.tabs.query({ url: 'https://*.linkedin.com/*' }))[0]?.id,
  );
  const page = await world.browser.context.newPage();
  await page.setViewportSize({ width: panelWidth, height });
  await page.goto(`${world.browser.origin}/sidepanel.html?tab=${tabId}`);
  return new Capture(page);
}

/** Focus ring and scrollbars belong to whoever works with it; a picture is looked at. */
async function still(page: Page): Promise<Buffer> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.addStyleTag({ content: '* { scrollbar-width: none }' });
  return page.screenshot();
}

const source = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

async function joined(sheet: Page, [left, right]: [Buffer, Buffer], file: string): Promise<void> {
  await sheet.setViewportSize(pictureSizes.screenshot);
  await sheet.setContent(
    `<body style="margin:0;display:flex"><img src="${source(left)}"><img src="${source(right)}" style="box-shadow:0 0 0 1px #bbb">`,
    { waitUntil: 'load' },
  );
  await sheet.screenshot({ path: file });
}

interface Banner {
  words: string;
  /** Pictures of the panel, beside the words. */
  shown: readonly Buffer[];
}

/** The mark and a few words, and where there is room, the product itself. */
async function banner(
  sheet: Page,
  size: { width: number; height: number },
  file: string,
  { words, shown }: Banner,
): Promise<void> {
  const unit = size.height / 280;
  const wide = Math.min(unit, 2);
  const mark = source(await readFile(path.join(root, 'public', 'icon', '128.png')));
  const pictures = shown.map((png) => `<img class="shown" src="${source(png)}">`).join('');
  await sheet.setViewportSize(size);
  await sheet.setContent(
    `<style>
      body { margin: 0; block-size: 100vh; box-sizing: border-box; overflow: hidden; padding-inline: ${28 * wide}px;
        display: flex; align-items: center; gap: ${24 * wide}px; background: #0b3f38; color: #fff;
        font: 600 ${24 * wide}px/1.25 system-ui, sans-serif }
      main { flex: 1; display: grid; gap: ${14 * wide}px }
      .mark { inline-size: ${56 * wide}px }
      small { color: #7ff0dc; font-size: ${15 * wide}px }
      .shown { align-self: start; flex: none; inline-size: ${panelWidth}px; margin-block-start: 40px;
        border-radius: 12px; box-shadow: 0 12px 48px #0008 }
    </style><main><img class="mark" src="${mark}"><span>${words}</span><small>${storeTexts('en').name}</small></main>${pictures}`,
    { waitUntil: 'load' },
  );
  await sheet.screenshot({ path: file });
}
