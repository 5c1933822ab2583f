import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { choose, openBrowser, settled, shot, signIn, stat, visitor } from './browser';
import { PATIENCE } from './patience';

const GOOD = 240;
const BUSY = '+12122000100';

/** Contacts whose numbers end so that every kind of call result is seen, and five bad rows. */
function writeContacts(file: string): void {
  const rows = Array.from({ length: GOOD }, (_, n) => {
    const number = `+1212200${String(100 + n).padStart(4, '0')}`;
    return `${number},Ann,Lee ${n},C${n}`;
  });
  const bad = [
    '12345,Too,Short,B1',
    ',No,Phone,B2',
    'abc,No,Digits,B3',
    '911,Never,Dial,B4',
    '+1,x,y,B5',
  ];
  writeFileSync(file, ['phone,first name,last name,client id', ...rows, ...bad, ''].join('\n'));
}

const contacts = join(tmpdir(), `beckon-contacts-${process.pid}.csv`);
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  writeContacts(contacts);
  browser = await openBrowser();
  page = await visitor(browser);
});

afterAll(async () => {
  await browser?.close();
  rmSync(contacts, { force: true });
});

describe('the dashboard', () => {
  it('refuses a wrong password in a sentence', async () => {
    await signIn(page, 'admin', 'not the password');
    await page.getByRole('alert').getByText('password is wrong').waitFor();
    await shot(page, 'wrong-password');
  });

  it('shows the page that was asked for once somebody is signed in', async () => {
    await page.goto('/rules');
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(inject('password'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Compliance rules' }).waitFor();
  });

  it('opens the contact times for these tests, at whatever hour they run', async () => {
    await page.getByRole('button', { name: 'New rule' }).first().click();
    await page.getByRole('menuitem', { name: 'Contact times' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Round the clock');
    for (const day of ['Sat', 'Sun']) await dialog.getByText(day, { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'From' }).fill('00:00');
    await dialog.getByRole('textbox', { name: 'Till' }).fill('24:00');
    await dialog.getByRole('switch', { name: /Replaces/ }).check();
    await dialog.getByRole('button', { name: 'Create rule' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const rule = page.getByRole('row').filter({ hasText: 'Round the clock' });
    await rule.getByText('every day 00:00–24:00').waitFor();
  });

  it('loads a file, shows its progress, its counts and its rejects', async () => {
    await page.goto('/lists');
    await page.getByRole('button', { name: 'New contact list' }).first().click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Spring customers');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Spring customers' }).waitFor();
    await page.getByRole('button', { name: 'Upload a file' }).first().click();
    const wizard = page.getByRole('dialog');
    await wizard.locator('input[type=file]').setInputFiles(contacts);
    await wizard.getByRole('button', { name: 'Next' }).click();
    await wizard.getByRole('button', { name: 'Import', exact: true }).click();
    await wizard.locator('[data-import][data-state=COMPLETED]').waitFor();
    expect(await wizard.locator('[data-count="Accepted"]').innerText()).toBe(String(GOOD));
    expect(await wizard.locator('[data-count="Rejected"]').innerText()).toBe('5');
    const rejects = wizard.getByRole('region', { name: 'Rejected rows' });
    await rejects.getByText('No device').waitFor();
    expect(await rejects.getByText('Invalid phone').count()).toBeGreaterThan(0);
    await wizard.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByText(`${GOOD} contacts`).waitFor();
  });

  it('says why a file that is none could not be loaded', async () => {
    await page.getByRole('button', { name: 'Upload a file' }).first().click();
    const buffer = Buffer.from([0, 1, 2, 0, 255, 254, 0, 7]);
    const file = { name: 'photo.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('a campaign group', () => {
  it('is made of a list, treatments and a simulated carrier', async () => {
    await page.goto('/groups/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Spring');
    await choose(page, 'Contact list', /Spring customers/);
    await page.getByLabel('Retries', { exact: true }).fill('1');
    await page.getByLabel('Interval', { exact: true }).fill('2');
    await choose(page, 'Interval: unit', 'seconds');
    await page.getByLabel('Simulated agents').fill('1');
    await page.getByLabel('Talk and wrap-up', { exact: true }).fill('2');
    await page.getByLabel('Given up after', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Create group' }).click();
    await page.getByRole('heading', { name: 'Spring', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
  });

  it('starts: counts move and the chart draws, by themselves', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('[data-state=RUNNING]').waitFor();
    await expect.poll(() => stat(page, 'Attempts')).toBeGreaterThan(5);
    const before = await stat(page, 'Attempts');
    await expect.poll(() => stat(page, 'Attempts')).toBeGreaterThan(before);
    expect(await stat(page, 'Records')).toBe(GOOD);
    const points = () => page.locator('figure.chart').getAttribute('data-points');
    await expect.poll(async () => Number(await points())).toBeGreaterThan(2);
    expect(await page.locator('figure.chart canvas').count()).toBe(1);
  });

  it('pauses and resumes', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('[data-state=PAUSED]').waitFor();
    await expect.poll(() => stat(page, 'In progress')).toBe(0);
    const paused = await stat(page, 'Attempts');
    await page.getByText('The group is paused').waitFor();
    expect(await stat(page, 'Attempts')).toBe(paused);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(() => stat(page, 'Attempts')).toBeGreaterThan(paused);
  });

  it('stands still while the red button is pressed, on every page', async () => {
    await page.getByRole('button', { name: 'Halt all' }).click();
    await page.getByLabel('Reason').fill('Wrong caller ID');
    await page.getByRole('button', { name: 'Halt all dialing now' }).click();
    await page.getByRole('alert').getByText('Dialing is halted: Wrong caller ID').waitFor();
    const halted = await settled(() => stat(page, 'Attempts'));
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('alert').getByText('Dialing is halted').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Spring', exact: true }).waitFor();
    expect(await stat(page, 'Attempts')).toBe(halted);
    await page.getByText('All dialing is halted by an administrator.').waitFor();
    expect(await page.getByText('Every agent is talking').count()).toBe(0);
    await shot(page, 'halted');
    await page.getByRole('button', { name: 'Lift the halt' }).click();
    await expect.poll(() => stat(page, 'Attempts')).toBeGreaterThan(halted);
  });

  it('is given more agents while it runs', async () => {
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('Simulated agents').fill('40');
    await page.getByRole('button', { name: 'Change pacing' }).click();
    await page.getByText('The new pacing is in force.').waitFor();
    await page.getByRole('tab', { name: 'Live' }).click();
  });

  it('completes by itself, every record final', async () => {
    await page.locator('[data-state=COMPLETED]').waitFor({ timeout: 2 * PATIENCE });
    await expect.poll(() => stat(page, 'Final')).toBe(GOOD);
    expect(await page.locator('[data-result=BUSY]').count()).toBe(1);
  });
});

describe('a contact', () => {
  it('is found with its attempts, the decisions behind them and what rules say now', async () => {
    await page.getByRole('link', { name: 'Contact search' }).click();
    await page.getByLabel('Phone number or e-mail address').fill(BUSY);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Ann Lee 0').waitFor();
    const attempts = page.getByRole('region', { name: 'Attempts' });
    await attempts.getByText('Busy').first().waitFor();
    expect(await attempts.getByText('Busy').count()).toBe(2);
    await page.getByRole('region', { name: 'Decisions' }).getByText('Allowed').first().waitFor();
    await page.getByTestId('check').getByText('every rule allows it').waitFor();
  });

  it('is not contacted once it is suppressed, and the reason is shown', async () => {
    await page.goto('/suppression');
    await page.getByRole('button', { name: 'New suppression list' }).first().click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Opt-outs');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Opt-outs' }).waitFor();
    await page.getByRole('button', { name: 'Add entries' }).click();
    await page.getByLabel('Phone numbers or e-mail addresses').fill(BUSY);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('region', { name: 'Entries' }).getByText(BUSY).waitFor();
    await page.goto(`/contacts?device=${encodeURIComponent(BUSY)}`);
    await page.locator('[data-testid=check][data-allowed=false]').waitFor();
    await page.getByTestId('check').getByText('Denies').waitFor();
  });
});

describe('an agent', () => {
  it('sees the own desk and nothing of administration', async () => {
    await page.goto('/users');
    await page.getByRole('button', { name: 'New user' }).click();
    await page.getByRole('dialog').getByLabel('User name').fill('eve');
    await page.getByRole('dialog').locator('input[type=password]').fill('eve-secret-1');
    await page.getByRole('button', { name: 'Create user' }).click();
    await page.getByRole('region', { name: 'Users' }).getByText('eve').waitFor();

    const desk = await visitor(browser as Browser);
    await signIn(desk, 'eve', 'eve-secret-1');
    await desk.getByRole('heading', { name: 'My desk' }).waitFor();
    await desk.goto('/users');
    await desk.getByRole('heading', { name: 'My desk' }).waitFor();
    expect(await desk.getByRole('navigation').count()).toBe(0);
    expect(await desk.getByRole('button', { name: 'Halt all' }).count()).toBe(0);
    const statuses = await desk.evaluate(async () => {
      const paths = ['users', 'campaign-groups', 'contact-lists', 'attempts', 'compliance/rules'];
      return Promise.all(paths.map(async (p) => (await fetch(`/api/v1/${p}`)).status));
    });
    expect(statuses).toEqual([403, 403, 403, 403, 403]);
    await desk.context().close();
  });
});

describe('a session', () => {
  it('that ends leads to the sign-in, and from there back to where one was', async () => {
    await page.context().clearCookies();
    await page.getByRole('heading', { name: 'Sign in to Beckon' }).waitFor();
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(inject('password'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Users and API keys' }).waitFor();
  });

  it('is over when somebody signs out', async () => {
    await page.getByRole('button', { name: /Account of admin/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Beckon' }).waitFor();
    await page.goto('/users');
    await page.getByRole('heading', { name: 'Sign in to Beckon' }).waitFor();
  });
});
