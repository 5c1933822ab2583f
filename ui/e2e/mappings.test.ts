import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { choose, openBrowser, shot, signIn, visitor } from './browser';

const NAME = `Mapping ${process.pid}`;

let browser: Browser | undefined;
let page: Page;
let dialog: Locator;

beforeAll(async () => {
  browser = await openBrowser();
  page = await visitor(browser);
  dialog = page.getByRole('dialog');
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.goto('/mappings');
});

afterAll(async () => {
  await browser?.close();
});

const row = () => page.getByRole('row').filter({ hasText: NAME });

async function remove(): Promise<void> {
  await row().getByRole('button', { name: 'Delete mapping' }).click();
  await dialog.getByRole('button', { name: 'Delete mapping' }).click();
  await row().waitFor({ state: 'hidden' });
}

describe('data mappings', () => {
  it('are made as a table of columns', async () => {
    await page.getByRole('button', { name: 'New mapping', exact: true }).first().click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
    const columns = dialog.getByTestId('mapped-column');
    await columns.first().getByRole('textbox', { name: 'Name in the header' }).fill('Tel.');
    await dialog.getByRole('button', { name: 'Another column' }).click();
    await columns.last().getByLabel('Field').fill('Tariff');
    await dialog.getByRole('button', { name: 'Create mapping' }).click();
    await dialog.getByText('Say where Tariff is found.').waitFor();
    await columns.last().getByRole('textbox', { name: 'Name in the header' }).fill('T1');
    await shot(page, 'mapping-1-columns');
    await dialog.getByRole('button', { name: 'Create mapping' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('device1, Tariff').waitFor();
  });

  it('are changed to fixed positions, and go as a specification file', async () => {
    await row()
      .getByRole('button', { name: `Change ${NAME}` })
      .click();
    await choose(page, 'Layout', 'Fixed positions');
    const columns = dialog.getByTestId('mapped-column');
    for (const [at, from] of ['1', '16'].entries()) {
      await columns.nth(at).getByRole('textbox', { name: 'From' }).fill(from);
      await columns.nth(at).getByRole('textbox', { name: 'Length' }).fill('15');
    }
    await shot(page, 'mapping-2-fixed');
    await dialog.getByRole('button', { name: 'Save mapping' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('Fixed positions').waitFor();
    const file = row().getByRole('link', { name: 'Specification file' });
    const text = await page.request.get((await file.getAttribute('href')) ?? '');
    expect(await text.text()).toMatch(/field +Tariff +from 16 length 15/);
    await remove();
  });

  it('come from a specification file', async () => {
    const text = `mapping "${NAME}"\nfield device1 name "Tel."\nfield Tariff name T1\n`;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload a specification' }).click();
    const buffer = Buffer.from(text, 'utf8');
    await (await chooser).setFiles({ name: 'weekly.spc', mimeType: 'text/plain', buffer });
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('device1, Tariff').waitFor();
    await shot(page, 'mapping-3-list');
    await remove();
  });
});
