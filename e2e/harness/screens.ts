import type { Locator, Page } from 'playwright-core';

/** The extension's screens as a user finds their way in them: by role, label and text. */

export const keyInput = (options: Page): Locator => options.getByRole('textbox', { name: /API key/ });

/** Enters a key on the options page, as on the first run, and waits until it is taken. */
export async function enterKey(options: Page, key: string): Promise<void> {
  await keyInput(options).fill(key);
  await options.getByRole('button', { name: 'Check key' }).click();
  await options.getByRole('button', { name: 'Use this key' }).click();
  await options.getByText('Ready.').waitFor();
}

/** What each state of a lookup is called on the card. */
export type LookUpWords = 'New' | 'In Grinfi' | 'Could not check';

/** Popup or side panel: both show the same. */
export class Capture {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: /^(Person|Company)$/ });
  }

  /** Waits until the card shows this value in this field. */
  async shows(label: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${label}: ${value}`, exact: true }).waitFor();
  }

  async isLookedUp(words: LookUpWords): Promise<void> {
    await this.card.getByText(words, { exact: true }).waitFor();
  }

  /** Everything that the card shows. */
  async fields(): Promise<Record<string, string>> {
    const labels = await this.page
      .getByRole('button', { name: /^Edit / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    return Object.fromEntries(
      labels.map((label) => {
        const [, name = '', value = ''] = /^Edit (.+?): (.*)$/s.exec(label) ?? [];
        return [name, value];
      }),
    );
  }

  /** Opens a field of the card and types over what it holds. */
  async edit(label: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^(Edit|Add:?) ${label}`) }).click();
    const input = this.page.getByRole('textbox', { name: label, exact: true });
    await input.fill(value);
    await input.press('Enter');
  }

  async choose(label: 'List' | 'Stage', name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).fill(name);
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  async addTag(name: string, isNew = false): Promise<void> {
    const input = this.page.getByRole('combobox', { name: 'Tags', exact: true });
    await input.fill(name);
    await this.page.getByRole('option', { name: isNew ? `Create “${name}”` : name, exact: true }).click();
    await this.page.getByRole('button', { name: `Remove tag ${name}` }).waitFor();
  }

  async tags(): Promise<string[]> {
    const labels = await this.page
      .getByRole('button', { name: /^Remove tag / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    return labels.map((label) => label.replace('Remove tag ', ''));
  }

  get note(): Locator {
    return this.page.getByRole('textbox', { name: 'Note', exact: true });
  }

  get saveButton(): Locator {
    return this.page.getByRole('button', { name: /^(Save(?! a)|Update|Try again)/ });
  }

  async save(): Promise<void> {
    await this.saveButton.click();
  }

  /** Waits for what the bar at the bottom says. */
  async says(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async isSaved(): Promise<void> {
    await this.says('Saved in Grinfi');
  }

  async isUpdated(): Promise<void> {
    await this.says('Updated in Grinfi');
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
