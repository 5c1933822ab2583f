import type { InfiniteData } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Page } from './client';
import { misses, withItem } from './paged';

interface Thing {
  id: string;
  listId: string;
  n: number;
}

const data = (next: string | null): InfiniteData<Page<Thing>> => ({
  pages: [{ items: [{ id: '1', listId: 'a', n: 0 }], next }],
  pageParams: [null],
});

describe('pages that are shown', () => {
  it('take a changed item in its place', () => {
    const changed = withItem(data(null), { id: '1', listId: 'a', n: 7 });
    expect(changed?.pages[0]?.items).toEqual([{ id: '1', listId: 'a', n: 7 }]);
  });

  it('miss a new item they asked for', () => {
    expect(misses(data(null), { listId: 'a' }, { id: '2', listId: 'a', n: 0 })).toBe(true);
  });

  it('do not miss what they did not ask for, know, or have not read that far', () => {
    expect(misses(data(null), { listId: 'b' }, { id: '2', listId: 'a', n: 0 })).toBe(false);
    expect(misses(data(null), { listId: 'a' }, { id: '1', listId: 'a', n: 0 })).toBe(false);
    expect(misses(data('more'), { listId: 'a' }, { id: '0', listId: 'a', n: 0 })).toBe(false);
  });

  it('miss what is newer than all they show, however far they go on', () => {
    expect(misses(data('more'), { listId: 'a' }, { id: '2', listId: 'a', n: 0 })).toBe(true);
  });
});
