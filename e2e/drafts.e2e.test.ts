import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';

describe('what was typed', () => {
  test('is there again after the popup was closed, on its own page only', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.edit('Headline', 'Sells software to ports');
    await popup.addTag('Hiring');
    await popup.note.fill('Ask about the night shift');
    await popup.close();

    await world.visit('/in/marek-dolezal-illustration/');
    const other = await world.popup();
    await other.shows('First name', 'Marek');
    expect(await other.note.inputValue()).toBe('');
    expect(await other.tags()).toEqual([]);
    await other.close();

    await world.visit('/in/ingrid-solvang/');
    const again = await world.popup();
    await again.shows('Headline', 'Sells software to ports');
    expect(await again.note.inputValue()).toBe('Ask about the night shift');
    expect(await again.tags()).toEqual(['Hiring']);
  });

  test('is there again after the browser was restarted', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.note.fill('Ask about the night shift');
    await popup.close();
    await world.restartBrowser();
    await world.visit('/in/ingrid-solvang/');
    const again = await world.popup();
    await again.shows('First name', 'Ingrid');
    expect(await again.note.inputValue()).toBe('Ask about the night shift');
  });
});
