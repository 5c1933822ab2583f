import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, shot, signIn, visitor } from './browser';

const NAME = `Wizard ${process.pid}`;

/** No header, a broken bar between the fields, a second phone that is to be tried first. */
const HEADLESS = [
  'A1¦Ann¦(202) 555-0101¦202-555-0151¦red',
  'A2¦Bob¦(202) 555-0102¦¦blue',
  'A3¦Eve¦12¦¦green',
].join('\n');

let browser: Browser | undefined;
let page: Page;
let wizard: Locator;

beforeAll(async () => {
  browser = await openBrowser();
  page = await visitor(browser);
  wizard = page.getByRole('dialog');
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.goto('/lists');
  await page.getByRole('button', { name: 'New contact list' }).first().click();
  await wizard.getByRole('textbox', { name: 'Name' }).fill(NAME);
  await wizard.getByRole('button', { name: 'Create' }).click();
  await page.getByText('Nothing imported yet').waitFor();
});

afterAll(async () => {
  await browser?.close();
});

async function open(name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Upload a file' }).first().click();
  await shot(page, `wizard-1-file`);
  const buffer = Buffer.from(text, 'utf8');
  await wizard.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await wizard.getByRole('combobox', { name: 'Mapping' }).waitFor();
}

async function take(column: string, field: string | RegExp): Promise<void> {
  await wizard.getByRole('combobox', { name: `Field of ${column}` }).click();
  await page.getByRole('option', { name: field, exact: true }).click();
}

describe('the import wizard', () => {
  it('reads a file without header once somebody says what its columns are', async () => {
    await open('headless.txt', HEADLESS);
    const delimiter = wizard.getByRole('combobox', { name: 'Delimiter' });
    await delimiter.fill('¦');
    await delimiter.blur();
    await wizard.getByRole('alert').getByText('seems to have no header').waitFor();
    await shot(page, 'wizard-2-no-header');
    await wizard.getByRole('switch', { name: 'First line holds names' }).uncheck({ force: true });
    const rows = wizard.getByRole('region', { name: 'First rows' });
    await rows.getByText('+12025550101').waitFor();
    await take('column 4', 'Phone 1, tried first');
    await rows.getByText('+12025550151').waitFor();
    // Whoever chooses faster than the file is looked at loses no choice.
    let look = () => {};
    const chosen = new Promise<void>((resolve) => (look = resolve));
    await page.route('**/previews/*', async (route) => {
      await chosen;
      await route.continue();
    });
    await take('column 3', 'Phone 2');
    await take('column 1', 'Client ID');
    await take('column 2', 'First name');
    await take('column 5', 'Keep as column 5');
    look();
    await rows.getByText('+12025550101').waitFor();
    await rows.getByText('Invalid phone').waitFor();
    await page.unroute('**/previews/*');
    await shot(page, 'wizard-3-columns');
  });

  it('keeps what was chosen as a mapping', async () => {
    await wizard.getByRole('button', { name: 'Save as a mapping' }).click();
    await page.getByRole('textbox', { name: 'Name of the mapping' }).fill(NAME);
    await shot(page, 'wizard-4-save');
    await page.getByRole('button', { name: 'Save mapping' }).click();
    const mapping = wizard.getByRole('combobox', { name: 'Mapping' });
    await expect.poll(() => mapping.inputValue()).toBe(NAME);
  });

  it('loads the file that was looked at, and shows what became of it', async () => {
    await wizard.getByRole('button', { name: 'Next' }).click();
    await wizard.getByText('Known devices are left out').waitFor();
    await shot(page, 'wizard-5-options');
    await wizard.getByRole('button', { name: 'Import', exact: true }).click();
    await wizard.locator('[data-import][data-state=COMPLETED]').waitFor();
    expect(await wizard.locator('[data-count="Accepted"]').innerText()).toBe('2');
    expect(await wizard.locator('[data-count="Rejected"]').innerText()).toBe('1');
    await wizard
      .getByRole('region', { name: 'Rejected rows' })
      .getByText('Invalid phone')
      .waitFor();
    await shot(page, 'wizard-6-result');
    await wizard.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByText('A1').first().waitFor();
    await page.getByText('+12025550151').first().waitFor();
  });

  it('reads the next file by the mapping', async () => {
    await page.getByRole('tab', { name: 'Imports' }).click();
    await open('next.txt', HEADLESS.replaceAll('555-01', '555-02'));
    await wizard.getByRole('combobox', { name: 'Mapping' }).click();
    await page.getByRole('option', { name: NAME }).click();
    await wizard.getByRole('region', { name: 'First rows' }).getByText('+12025550251').waitFor();
    await shot(page, 'wizard-7-by-mapping');
    await wizard.getByRole('button', { name: 'Next' }).click();
    await wizard.getByRole('button', { name: 'Import', exact: true }).click();
    await wizard.locator('[data-import][data-state=COMPLETED]').waitFor();
    expect(await wizard.locator('[data-count="Accepted"]').innerText()).toBe('2');
  });
});

describe('a specification', () => {
  it('says where it is wrong, and once mended reads fixed positions', async () => {
    await page.keyboard.press('Escape');
    await page.goto('/mappings');
    await page.getByRole('cell', { name: NAME, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Write a specification' }).click();
    const text = wizard.getByRole('textbox', { name: 'Specification' });
    await text.fill(`mapping "${NAME} fixed"\nlayout fixed\nfield device1 at 4`);
    await wizard.getByRole('button', { name: 'Create' }).click();
    await wizard.getByRole('alert').getByText('Line 3, column 15').waitFor();
    await shot(page, 'wizard-8-specification');
    await text.fill(
      `mapping "${NAME} fixed"\nlayout fixed\nfield device1 from 4 length 10\nfield clientId from 1 length 2`,
    );
    await wizard.getByRole('button', { name: 'Create' }).click();
    await wizard.waitFor({ state: 'detached' });
    await page.getByText('Fixed positions', { exact: true }).waitFor();
    await shot(page, 'wizard-9-mappings');
    await page.goto('/lists');
    await page.getByText(NAME).first().click();
    await page.getByRole('heading', { name: NAME }).waitFor();
    await open('fixed.txt', 'B1 2025550301\nB2 20255\n');
    await wizard.getByRole('combobox', { name: 'Mapping' }).click();
    await page.getByRole('option', { name: `${NAME} fixed` }).click();
    const rows = wizard.getByRole('region', { name: 'First rows' });
    await rows.getByText('+12025550301').waitFor();
    await rows.getByText('Ragged row').waitFor();
    await shot(page, 'wizard-10-fixed');
  });
});

describe('labels', () => {
  it('stand above the columns of a list', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Labels', exact: true }).click();
    await wizard.getByRole('textbox', { name: 'Name of the label schema' }).fill(NAME);
    await wizard.getByRole('textbox', { name: 'Label 1' }).fill('Account');
    await wizard.getByRole('combobox', { name: 'Field 2' }).fill('column 5');
    await wizard.getByRole('textbox', { name: 'Label 2' }).fill('Colour');
    await shot(page, 'wizard-11-labels');
    await wizard.getByRole('button', { name: 'Save', exact: true }).click();
    await wizard.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByRole('columnheader', { name: 'Account' }).waitFor();
    await page.getByRole('columnheader', { name: 'Colour' }).waitFor();
    await page.getByRole('cell', { name: 'blue' }).first().waitFor();
    await shot(page, 'wizard-12-labelled');
  });
});

describe('a suppression list', () => {
  it('is filled the same way', async () => {
    await page.goto('/suppression');
    await page.getByRole('button', { name: 'New suppression list' }).first().click();
    await wizard.getByRole('textbox', { name: 'Name' }).fill(`${NAME} never`);
    await wizard.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: `${NAME} never` }).waitFor();
    await open('never.csv', 'who,telephone\nAnn,2025550401\n');
    const rows = wizard.getByRole('region', { name: 'First rows' });
    await rows.getByText('+12025550401').waitFor();
    await shot(page, 'wizard-13-suppression');
    await wizard.getByRole('button', { name: 'Next' }).click();
    await wizard.getByText('Entries on the list keep their windows and reasons').waitFor();
    await wizard.getByRole('button', { name: 'Import', exact: true }).click();
    await wizard.locator('[data-import][data-state=COMPLETED]').waitFor();
    expect(await wizard.locator('[data-count="Accepted"]').innerText()).toBe('1');
  });
});
