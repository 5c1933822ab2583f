import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { choose, openBrowser, shot, signIn, stat, visitor } from './browser';
import { startFtp, type Ftp } from './ftp';
import { PATIENCE } from './patience';

/** Named anew each time, for a node that stays (BECKON_URL). */
const LIST = `head-office-${process.pid}`;
const LARGE = `harvest-${process.pid}`;
const CONTACTS = 300;
const ROWS = 100_000;
const SUPPRESSED = ['+12023000010', '+12023000020', '+12023000030'];
const BUSY = '+12023000100';
const HEADER = 'phone,first name,last name,client id,company,city,plan,note';
const EVERY_DAY = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** One line of a file; the numbers end so that every kind of call result is seen. */
function line(area: string, n: number): string {
  const number = `+1${area}${String(3_000_000 + n)}`;
  return `${number},Ann,Lee ${n},F${area}-${n},Acme ${n % 97},Washington,plan ${n % 5},as agreed\n`;
}

function lines(area: string, from: number, till: number): string {
  return Array.from({ length: till - from }, (_, n) => line(area, from + n)).join('');
}

let ftp: Ftp | undefined;
let browser: Browser | undefined;
let page: Page;
const made: string[] = [];

async function post(path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function items<T>(path: string): Promise<T[]> {
  const answer = await page.request.get(`/api/v1${path}`);
  return ((await answer.json()) as { items: T[] }).items;
}

interface Source {
  id: string;
  name: string;
  lastRun: string;
  taken: number;
}

/** Other tests make drop sources, too. */
async function headOffice(): Promise<Source | undefined> {
  return (await items<Source>('/drop-sources')).find((s) => s.name === 'Head office');
}

/** The drop source once it has looked that often again, which takes as long as it takes. */
async function looked(times: number): Promise<Source> {
  let source: Source | undefined;
  const seen = new Set<string>();
  const look = async () => {
    source = await headOffice();
    if (source) seen.add(source.lastRun);
    return seen.size;
  };
  await expect.poll(look, { interval: 200 }).toBeGreaterThan(times);
  return source as Source;
}

/** Every width the page draws a running import's bar with, until that import is gone from it. */
function widths(of: Page): Promise<number[]> {
  return of.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        new MutationObserver((_, observer) => {
          const bar = document.querySelector('[data-testid="import-progress"]');
          const now = Number(bar?.getAttribute('aria-valuenow'));
          if (bar && now !== seen.at(-1)) seen.push(now);
          if (bar || seen.length === 0) return;
          observer.disconnect();
          resolve(seen);
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
  );
}

beforeAll(async () => {
  ftp = await startFtp();
  browser = await openBrowser();
  page = await visitor(browser);
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  const rule = await post('/compliance/rules', {
    name: 'Any hour for the FTP test',
    type: 'CONTACT_TIMES',
    required: true,
    priority: 1,
    channels: ['VOICE'],
    windows: [{ days: EVERY_DAY, from: '00:00', till: '24:00' }],
    replacesDefault: true,
  });
  made.push(`/compliance/rules/${rule}`);
});

afterAll(async () => {
  for (const path of made) await page.request.delete(`/api/v1${path}`);
  await browser?.close();
  await ftp?.stop();
});

describe('a file dropped over FTP', () => {
  it('comes from a server that the operator names', async () => {
    await page.goto('/drops');
    await page.getByRole('button', { name: 'New drop source' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Head office');
    await dialog.getByRole('textbox', { name: 'Address' }).fill(ftp?.url ?? '');
    await dialog.getByRole('textbox', { name: 'User name' }).fill('beckon');
    await dialog.locator('input[type=password]').fill('right');
    await dialog.getByLabel('Look every', { exact: true }).fill('4');
    await choose(page, 'Look every: unit', 'seconds');
    await shot(page, 'ftp-1-drop-source');
    await dialog.getByRole('button', { name: 'Create drop source' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('row').filter({ hasText: 'Head office' });
    await row.getByText('Fine').waitFor();
    const source = await headOffice();
    made.push(`/drop-sources/${source?.id ?? ''}`);
  });

  it('is not taken while it is still written', async () => {
    await page.goto('/lists');
    ftp?.append(`${LIST}.csv`, `${HEADER}\n`);
    let n = 0;
    const writer = setInterval(() => {
      if (n < CONTACTS / 2) ftp?.append(`${LIST}.csv`, line('202', n++));
    }, 500);
    try {
      await looked(4);
    } finally {
      clearInterval(writer);
    }
    expect(n).toBeLessThan(CONTACTS / 2);
    const imports = await items<{ fileName: string }>('/imports');
    expect(imports.filter((i) => i.fileName === `${LIST}.csv`)).toEqual([]);
    ftp?.append(`${LIST}.csv`, lines('202', n, CONTACTS));
  });

  it('is taken once when it is whole: its list is there, without a reload', async () => {
    await page.getByRole('link', { name: LIST, exact: true }).click();
    await page.locator('[data-import][data-state=COMPLETED]').waitFor();
    expect(await page.locator('[data-count="Accepted"]').innerText()).toBe(String(CONTACTS));
    await page.getByText(`${CONTACTS} contacts`).waitFor();
    expect((await looked(3)).taken).toBe(1);
    expect(await page.locator('[data-import]').count()).toBe(1);
    await shot(page, 'ftp-2-taken');
  });

  it('is seen as it is loaded, however large, by what the server pushes', async () => {
    await page.goto('/lists');
    await page.getByRole('link', { name: LIST, exact: true }).waitFor();
    const seen = widths(page);
    ftp?.put(`${LARGE}.csv`, `${HEADER}\n${lines('212', 0, ROWS)}`);
    await page.getByTestId('import-progress').waitFor();
    await page.route('**/api/v1/imports?*', (route) => route.abort());
    await shot(page, 'ftp-3-loading');
    const between = (await seen).filter((width) => width > 0 && width < 100);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(new Set(between).size, `of ${between.join(', ')}`).toBeGreaterThanOrEqual(2);
    expect(between).toEqual([...between].sort((a, b) => a - b));
    const list = page.getByRole('row', { name: LARGE });
    await list.getByText(new Intl.NumberFormat('en-US').format(ROWS)).waitFor();
  });
});

describe('the group on it', () => {
  it('is started and dials, counts and chart moving by themselves', async () => {
    const optOuts = await post('/suppression-lists', {
      name: 'Said no at head office',
      type: 'DEVICE',
      channels: ['VOICE'],
      required: true,
      retention: 'PERMANENT',
    });
    made.push(`/suppression-lists/${optOuts}`);
    const entries = SUPPRESSED.map((value) => ({ value }));
    const added = await page.request.post(`/api/v1/suppression-lists/${optOuts}/entries`, {
      data: { entries },
    });
    expect(added.status()).toBe(201);
    await page.goto('/groups/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Head office calls');
    await choose(page, 'Contact list', new RegExp(LIST));
    await page.getByLabel('Retries', { exact: true }).fill('1');
    await page.getByLabel('Interval', { exact: true }).fill('2');
    await choose(page, 'Interval: unit', 'seconds');
    await page.getByLabel('Simulated agents').fill('2');
    await page.getByLabel('Talk and wrap-up', { exact: true }).fill('1');
    await page.getByLabel('Given up after', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Create group' }).click();
    await page.getByRole('heading', { name: 'Head office calls' }).waitFor();
    await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'));
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('[data-state=RUNNING]').waitFor();
    const counts = new Set<number>();
    const rising = async () => counts.add(await stat(page, 'Attempts')).size;
    await expect.poll(rising).toBeGreaterThan(4);
    expect([...counts]).toEqual([...counts].sort((a, b) => a - b));
    const points = async () =>
      Number(await page.locator('figure.chart').first().getAttribute('data-points'));
    await expect.poll(points).toBeGreaterThan(2);
    await shot(page, 'ftp-4-running');
    const group = `/api/v1${new URL(page.url()).pathname.replace('/groups', '/campaign-groups')}`;
    const faster = await page.request.patch(group, { data: { pacing: { simulatedAgents: 40 } } });
    expect(faster.status(), await faster.text()).toBe(200);
  });

  it('completes: what is final and what is suppressed is all there was', async () => {
    await page.locator('[data-state=COMPLETED]').waitFor({ timeout: 2 * PATIENCE });
    const done = async () => (await stat(page, 'Final')) + (await stat(page, 'Suppressed'));
    await expect.poll(done).toBe(CONTACTS);
    expect(await stat(page, 'Suppressed')).toBe(SUPPRESSED.length);
    expect(await stat(page, 'Records')).toBe(CONTACTS);
    expect(await page.locator('body[data-loaded=once]').count()).toBe(1);
    await page.getByText('Every record is final').waitFor();
    await shot(page, 'ftp-5-completed');
  });

  it('leaves each contact with its attempts and the decision behind each', async () => {
    await page.goto(`/contacts?device=${encodeURIComponent(BUSY)}`);
    const attempts = page.getByRole('region', { name: 'Attempts' });
    await attempts.getByText('Busy').first().waitFor();
    expect(await attempts.getByText('Busy').count()).toBe(2);
    await attempts.getByRole('button', { name: 'Decision' }).first().click();
    await page.getByText('Every rule allowed it.').first().waitFor();
    await shot(page, 'ftp-6-contact');
    await page.goto(`/contacts?device=${encodeURIComponent(SUPPRESSED[0] ?? '')}`);
    await page.getByText('No attempt was made').waitFor();
    await page.locator('[data-testid=check][data-allowed=false]').waitFor();
    await shot(page, 'ftp-7-suppressed');
  });
});
