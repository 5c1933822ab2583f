import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { choose, openBrowser, shot, signIn, visitor } from './browser';

const HEAD = 'kind,country,prefix,zones,state,lineType\n';
const VERSION = `v${process.pid}`;
/** Prefixes of no number that other tests call: this data is the same for all of them. */
const DATA = `beckon-reference-data,1,${VERSION},2026-11-01\n${HEAD}NUMBER,,1212556,America/New_York,NY,MOBILE\nSTATE,DE,BY,Europe/Berlin,,\n`;

let browser: Browser | undefined;
let page: Page;
let dialog: Locator;

beforeAll(async () => {
  browser = await openBrowser();
  page = await visitor(browser);
  dialog = page.getByRole('dialog');
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
});

async function pick(name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
  await dialog.locator('input[type=file]').setInputFiles(file);
}

describe('reference data', () => {
  const row = () => page.getByRole('row').filter({ hasText: VERSION });

  it('names the line that is wrong with a file', async () => {
    await page.getByRole('link', { name: 'Reference data' }).click();
    await page.getByRole('heading', { name: 'Reference data' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'libphonenumber' }).getByText('Active').waitFor();
    await page.getByRole('button', { name: 'Upload a version' }).click();
    await pick('bad.csv', DATA.replace('America/New_York', 'Mars/Base'));
    await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
    await dialog.getByText('Line 3 must name IANA zones').waitFor();
    await shot(page, 'reference-1-refused');
  });

  it('keeps a version, makes it active, and goes back', async () => {
    await pick('data.csv', DATA);
    await dialog.getByRole('switch', { name: 'Make it active at once' }).uncheck();
    await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('file data.csv').waitFor();
    await row().getByRole('button', { name: 'Make active' }).click();
    await dialog.getByText(`Change over to ${VERSION}`).waitFor();
    await dialog.getByRole('button', { name: 'Make active' }).click();
    await row().getByText('Active').waitFor();
    expect(await page.locator('[data-stat="States"]').innerText()).toBe('1');
    await shot(page, 'reference-2-versions');
    const bundled = page.getByRole('row').filter({ hasText: 'libphonenumber' });
    await bundled.getByRole('button', { name: 'Make active' }).click();
    await shot(page, 'reference-3-back');
    await dialog.getByRole('button', { name: 'Make active' }).click();
    await bundled.getByText('Active').waitFor();
  });

  it('says why data that is fetched does not come', async () => {
    await page.getByLabel('Address').fill('http://127.0.0.1:9/data.csv');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It failed; what was active stays so.').waitFor();
    await shot(page, 'reference-4-source');
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByLabel('Address').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Nothing is fetched any more.').waitFor();
  });
});

describe('the zone map', () => {
  it('takes entries one by one, and lists follow', async () => {
    await page.getByRole('link', { name: 'Zone map' }).click();
    await page.getByRole('button', { name: 'New entry' }).click();
    await dialog.getByLabel('Area code').fill('212557');
    await choose(page, 'Time zone', 'America/Chicago');
    await dialog.getByRole('button', { name: 'Add entry' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Change +1212557' }).click();
    await choose(page, 'Time zone', 'America/Denver');
    await dialog.getByRole('button', { name: 'Save entry' }).click();
    await page.getByRole('row').filter({ hasText: 'America/Denver' }).waitFor();
    await page.getByRole('button', { name: 'Re-zone all lists' }).click();
    await page.getByText('All that was asked for is done.').waitFor();
    await shot(page, 'zone-map-1-entries');
  });

  it('is replaced by a file, and says what is wrong with one', async () => {
    await page.getByRole('button', { name: 'Upload a map' }).click();
    await pick('map.csv', 'countryCode,areaCode,zone\n1,212558,America/Atlantis\n');
    await dialog.getByRole('button', { name: 'Replace the map' }).click();
    await dialog
      .getByText(/line 2.*America\/Atlantis/)
      .first()
      .waitFor();
    await shot(page, 'zone-map-2-refused');
    await pick('map.csv', 'countryCode,areaCode,zone\n1,212558,America/Phoenix\n');
    await dialog.getByRole('button', { name: 'Replace the map' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const entry = page.getByRole('row').filter({ hasText: '+1212558' });
    await entry.getByText('America/Phoenix').waitFor();
    await entry.getByRole('button', { name: 'Remove entry' }).click();
    await dialog.getByRole('button', { name: 'Remove entry' }).click();
    await page.getByText('No entries').waitFor();
  });
});
