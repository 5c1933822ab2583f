import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { choose, openBrowser, shot, signIn, visitor } from './browser';
import { PATIENCE } from './patience';

const NAME = `Kept ${process.pid}`;
const PEOPLE =
  'phone,client id,first name,Plan\n2025550181,A,Ann,red\n2025550182,B,Bob,=1+1\n2025550183,C,Eve,\n';

let browser: Browser | undefined;
let page: Page;
let dialog: Locator;
let list: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = await visitor(browser);
  dialog = page.getByRole('dialog');
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  list = await make('/contact-lists', { name: NAME, country: 'US' });
  const buffer = Buffer.from(PEOPLE, 'utf8');
  const sent = await page.request.post(`/api/v1/contact-lists/${list}/imports`, {
    multipart: { file: { name: 'people.csv', mimeType: 'text/csv', buffer } },
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
});

afterAll(async () => {
  await browser?.close();
});

async function make(path: string, data: object): Promise<string> {
  const made = await page.request.post(`/api/v1${path}`, { data });
  expect(made.status()).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

async function exported(): Promise<string> {
  const arrival = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  return readFileSync(await (await arrival).path(), 'utf8');
}

async function add(column: string): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Columns' }).click();
  await page.getByRole('option', { name: column, exact: true }).click();
}

describe('the export of a contact list', () => {
  it('has the chosen columns in their order', async () => {
    await page.goto(`/lists/${list}`);
    await page.getByRole('button', { name: 'Export' }).click();
    await add('Device 1');
    await add('Plan');
    await add('First name');
    await dialog.getByRole('button', { name: 'Move First name up' }).click();
    await choose(page, 'Delimiter', 'Semicolon');
    await shot(page, 'export-contacts');
    expect(await exported()).toBe(
      "device1;first name;Plan\n+12025550181;Ann;red\n+12025550182;Bob;'=1+1\n+12025550183;Eve;\n",
    );
  });

  it('begins with what was chosen last, and leaves cells as they are when told', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByRole('button', { name: 'Leave Device 1 out' }).click();
    await dialog.getByRole('switch', { name: 'Defuse formulas' }).uncheck({ force: true });
    expect(await exported()).toBe('first name;Plan\nAnn;red\nBob;=1+1\nEve;\n');
  });

  it('shows a refusal instead of saving it as a file', async () => {
    await page.route('**/export?*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          status: 503,
          code: 'EXPORTS_BUSY',
          title: 'Busy',
          detail: 'This node writes four exports already.',
          remedy: 'Try again in a moment.',
        }),
      }),
    );
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByRole('button', { name: 'Download' }).click();
    await page.getByText('This node writes four exports already.').waitFor();
    await page.unroute('**/export?*');
  });
});

describe('the export of a suppression list', () => {
  it('is a workbook when wished', async () => {
    const id = await make('/suppression-lists', { name: NAME, type: 'DEVICE' });
    const path = `/suppression-lists/${id}/entries`;
    await page.request.post(`/api/v1${path}`, { data: { entries: [{ value: '+12025550184' }] } });
    await page.goto(`/suppression/${id}`);
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByText('Excel (XLSX)').click();
    await shot(page, 'export-entries');
    expect((await exported()).slice(0, 2)).toBe('PK');
  });
});

describe('the contacts of a list', () => {
  it('go on by themselves after pages that are short, or empty', async () => {
    const one = async (n: number) => {
      const found = await page.request.get(`/api/v1/contact-lists/${list}/contacts?limit=1`);
      const { items } = (await found.json()) as { items: object[] };
      return { ...items[0], id: `${n}`, firstName: `Person ${n}`, lastName: null };
    };
    const pages: Record<string, { items: object[]; next: string | null }> = {
      first: { items: [await one(1), await one(2)], next: 'empty' },
      empty: { items: [], next: 'later' },
      later: { items: [await one(3)], next: 'last' },
      last: { items: [await one(4)], next: null },
    };
    await page.route('**/contacts?*', (route) => {
      const cursor = new URL(route.request().url()).searchParams.get('cursor') ?? 'first';
      return route.fulfill({ json: pages[cursor] });
    });
    await page.goto(`/lists/${list}`);
    await page.getByRole('tab', { name: 'Contacts' }).click();
    for (const n of [1, 2, 3, 4]) await page.getByText(`Person ${n}`).waitFor();
    await shot(page, 'contacts-short-pages');
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await page.unroute('**/contacts?*');
  });
});
