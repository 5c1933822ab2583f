import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, shot, signIn, visitor } from './browser';

/** What is wrong with a file, what the screen says of it, and what it advises. */
const BAD = [
  {
    name: 'photo.csv',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff]),
    said: 'The file is a picture, not delimited text.',
    remedy: 'Export it as CSV',
  },
  {
    name: 'empty.csv',
    content: Buffer.alloc(0),
    said: 'The file holds no text.',
    remedy: 'Send a file with a header line and rows.',
  },
  {
    name: 'names.csv',
    content: Buffer.from('first name,last name\nAnn,Lee\n'),
    said: 'None of the 2 columns is known to hold a phone number',
    remedy: 'Name one column phone',
  },
  {
    name: 'headless.csv',
    content: Buffer.from('+12123990001\n+12123990002\n'),
    said: 'the file seems to have no header',
    remedy: 'Put a line with column names on top.',
  },
];

let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await visitor(browser);
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.goto('/lists');
  await page.getByRole('button', { name: 'New contact list' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Mistakes ${process.pid}`);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByText('Nothing imported yet').waitFor();
});

afterAll(async () => {
  await browser?.close();
});

describe('a file that cannot be loaded', () => {
  it.each(BAD)('says what is wrong and what to do: $name', async (file) => {
    await page.getByRole('button', { name: 'Upload a file' }).first().click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: file.content });
    const wizard = page.getByRole('dialog');
    const alert = wizard.getByRole('alert');
    await alert.getByText(file.said).waitFor();
    await alert.getByText(file.remedy).last().waitFor();
    expect(await wizard.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await shot(page, `bad-${file.name}`);
    await page.keyboard.press('Escape');
    await wizard.waitFor({ state: 'detached' });
  });

  it('leaves nothing behind', async () => {
    await page.reload();
    await page.getByText('0 contacts').waitFor();
    await page.getByText('Nothing imported yet').waitFor();
  });
});
