import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './client';
import { newest, remember } from './pushed';

const GROUP = '/campaign-groups/2';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an answer', () => {
  it('does not put back what was pushed while it was under way', async () => {
    const pushed = { id: '2', attempts: 8 };
    vi.stubGlobal('fetch', () => {
      remember(GROUP, pushed);
      return Promise.resolve(Response.json({ id: '2', attempts: 7 }));
    });
    expect(await api.get(GROUP)).toBe(pushed);
  });

  it('holds when nothing of it was pushed since it was asked for', async () => {
    remember(GROUP, { id: '2', attempts: 8 });
    await new Promise((later) => setTimeout(later, 2));
    const answer = { id: '2', attempts: 9 };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)));
    expect(await api.get(GROUP)).toEqual(answer);
    expect(newest('/imports/2', 0, answer)).toBe(answer);
  });
});
