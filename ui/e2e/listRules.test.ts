import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { choose, openBrowser, shot, signIn, visitor } from './browser';
import { PATIENCE } from './patience';

const NAME = `Rules ${process.pid}`;
const PEOPLE = 'phone,client id,Balance\n2025550171,A,150\n2025550172,B,20\n2025550173,C,much\n';

let browser: Browser | undefined;
let page: Page;
let dialog: Locator;

beforeAll(async () => {
  browser = await openBrowser();
  page = await visitor(browser);
  dialog = page.getByRole('dialog');
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  for (const name of [NAME, `${NAME} rest`]) {
    const made = await page.request.post('/api/v1/contact-lists', {
      data: { name, country: 'US' },
    });
    expect(made.status()).toBe(201);
    const { id } = (await made.json()) as { id: string };
    if (name === NAME) await load(id);
  }
});

afterAll(async () => {
  await browser?.close();
});

async function load(list: string): Promise<void> {
  const buffer = Buffer.from(PEOPLE, 'utf8');
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer };
  const sent = await page.request.post(`/api/v1/contact-lists/${list}/imports`, {
    multipart: { file },
  });
  const { importId } = (await sent.json()) as { importId: string };
  const state = async () => {
    const now = await page.request.get(`/api/v1/imports/${importId}`);
    return ((await now.json()) as { state: string }).state;
  };
  await vi.waitFor(async () => expect(await state()).toBe('COMPLETED'), {
    timeout: PATIENCE,
    interval: 250,
  });
}

const row = (name = NAME) => page.getByRole('row').filter({ hasText: name });

describe('selection rules', () => {
  it('hold a custom expression, and say what is wrong with it', async () => {
    await page.goto('/selection');
    await page.getByRole('button', { name: 'New rule' }).first().click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
    await choose(page, 'Type', 'Custom expression');
    const expression = dialog.getByRole('textbox', { name: 'Expression' });
    await expression.fill('double(other.Balance) > 100 && firstNam == ""');
    await dialog.getByRole('button', { name: 'Create rule' }).click();
    await dialog
      .getByText("line 1, column 32: undeclared reference to 'firstNam'")
      .first()
      .waitFor();
    await shot(page, 'rules-1-expression-refused');
    await expression.fill('double(other.Balance) > 100');
    await dialog.getByRole('button', { name: 'Create rule' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('double(other.Balance) > 100').waitFor();
  });

  it('are tried on a list, with what they could not judge', async () => {
    await row()
      .getByRole('button', { name: `Try ${NAME}` })
      .click();
    await dialog.getByRole('combobox', { name: 'Contact list' }).click();
    await page.getByRole('option', { name: NAME, exact: true }).click();
    await dialog.getByRole('button', { name: 'Try', exact: true }).click();
    await dialog.getByText('1 of 3 contacts are selected.').waitFor();
    await dialog.getByText('1 device is left out').waitFor();
    await shot(page, 'rules-2-tried');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('upload rules', () => {
  it('split by percentage, field and selection rule', async () => {
    await page.goto('/upload-rules');
    await page.getByRole('button', { name: 'New rule' }).first().click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
    await choose(page, 'By', 'Percentage');
    await dialog.getByRole('combobox', { name: 'Contact list' }).click();
    await page.getByRole('option', { name: `${NAME} rest` }).click();
    await dialog.getByRole('textbox', { name: 'Percentage' }).fill('30');
    await shot(page, 'rules-3-upload');
    await dialog.getByRole('button', { name: 'Create rule' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText(`${NAME} rest: 30 %`).waitFor();

    await row()
      .getByRole('button', { name: `Change ${NAME}` })
      .click();
    await choose(page, 'By', 'Custom');
    await dialog.getByRole('button', { name: 'Save rule' }).click();
    await dialog.getByText('Choose a selection rule for each list.').waitFor();
    await dialog.getByRole('combobox', { name: 'Selection rule' }).click();
    await page.getByRole('option', { name: NAME, exact: true }).click();
    await dialog.getByRole('button', { name: 'Save rule' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText(`${NAME} rest: ${NAME}`).waitFor();
    await shot(page, 'rules-4-upload-list');
  });
});
