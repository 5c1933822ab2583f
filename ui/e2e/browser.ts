import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { PATIENCE } from './patience';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `The browser tests need Chromium at ${CHROMIUM}. Run: sudo apt-get install -y chromium`,
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** A fresh visitor: no cookie, nothing remembered. */
export async function visitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: inject('address'),
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The number that stands under a name among a screen's numbers. */
export async function stat(page: Page, label: string): Promise<number> {
  const text = await page.locator(`[data-stat="${label}"]`).innerText();
  return Number(text.replace(/\D/g, ''));
}

/** The value once it has been the same for three seconds. */
export async function settled(read: () => Promise<number>): Promise<number> {
  let last = Number.NaN;
  let since = Date.now();
  const same = async () => {
    const now = await read();
    if (now !== last) [last, since] = [now, Date.now()];
    return Date.now() - since;
  };
  await expect.poll(same, { timeout: PATIENCE, interval: 250 }).toBeGreaterThan(3_000);
  return last;
}

/** Chooses one entry of a select by what it says. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).first().click();
  await page.getByRole('option', { name: option }).click();
}

/** Keeps what the browser shows, if BECKON_SHOTS names a folder for it. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.BECKON_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
