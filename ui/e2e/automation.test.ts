import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { choose, openBrowser, shot, signIn, visitor } from './browser';

const folder = mkdtempSync(join(tmpdir(), 'beckon-automation-'));
const NAME = `Night run ${process.pid}`;
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  writeFileSync(join(folder, 'automation.csv'), 'phone\n2025550161\n2025550162\n12\n');
  browser = await openBrowser();
  page = await visitor(browser);
  await signIn(page, 'admin', inject('password'));
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.goto('/drops');
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = () => page.getByRole('row').filter({ hasText: NAME });

describe('list automation', () => {
  it('watches a folder on a schedule', async () => {
    await page.getByRole('button', { name: 'New drop source' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Folder', { exact: true }).first().click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
    await dialog.getByRole('textbox', { name: 'Folder', exact: true }).fill(folder);
    await choose(page, 'Looked for', 'On a schedule');
    await dialog.getByText('By cron', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Cron' }).fill('0 3 1 1');
    await dialog.getByRole('button', { name: 'Create drop source' }).click();
    await dialog.getByText('cron must have 5 or 6 fields').first().waitFor();
    await shot(page, 'automation-1-refused');
    await dialog.getByRole('textbox', { name: 'Cron' }).fill('0 3 1 1 *');
    await dialog.getByRole('status', { name: 'Next moments' }).getByText(/03:00/).waitFor();
    await dialog.getByRole('button', { name: 'Create drop source' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('0 3 1 1 *').waitFor();
    await row()
      .getByText(/next in/)
      .waitFor();
  });

  it('shows a typed cron as a picked schedule where it is one, and picks another', async () => {
    await row().getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Cron' }).fill('30 6,18 * * 1-5');
    await dialog.getByText('At times', { exact: true }).click();
    await dialog.getByText('06:30', { exact: true }).waitFor();
    await dialog.getByText('18:30', { exact: true }).waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'Sat' }).isChecked()).toBe(false);
    await dialog.getByText('Sat', { exact: true }).click();
    await dialog
      .getByRole('status', { name: 'Next moments' })
      .getByText(/(06|18):30/)
      .waitFor();
    await shot(page, 'automation-4-picked');
    await dialog.getByText('Every … minutes', { exact: true }).click();
    await choose(page, 'Minutes between', '20');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('*/20 * * * MON-SAT').waitFor();
  });

  it('takes what lies there when asked, and says what came of it', async () => {
    await row().getByRole('button', { name: 'Take now' }).click();
    const runs = page.getByRole('region', { name: 'Runs', exact: true });
    await runs.getByText('2 accepted, 1 rejected').waitFor();
    await shot(page, 'automation-2-runs');
    await runs.getByRole('link', { name: 'automation.csv' }).waitFor();
  });

  it('is changed without giving everything again', async () => {
    await row().getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
    expect(await name.inputValue()).toBe(NAME);
    await name.fill(`${NAME} changed`);
    await choose(page, 'Looked for', 'All the time');
    await choose(page, 'Mode', 'Replace the list');
    await shot(page, 'automation-3-change');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row().getByText('every 1 min').waitFor();
    await page.getByText(`${NAME} changed`).first().waitFor();
  });

  it('ends', async () => {
    await row().getByRole('button', { name: 'Delete drop source' }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: 'Delete drop source' }).click();
    await row().waitFor({ state: 'hidden' });
  });
});
