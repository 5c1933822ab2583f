import { count } from '../parts/format';
import type { RezoningView } from './types';

/** How far the re-zonings are that wait or run. */
export interface Progress {
  lists: number;
  contacts: number;
  contactsTotal: number;
}

export function isOpen(view: RezoningView): boolean {
  return view.state === 'QUEUED' || view.state === 'RUNNING';
}

export function progressOf(views: RezoningView[]): Progress {
  const open = views.filter(isOpen);
  const sum = (of: (view: RezoningView) => number) => open.reduce((n, view) => n + of(view), 0);
  return {
    lists: open.length,
    contacts: sum((view) => view.contacts),
    contactsTotal: sum((view) => view.contactsTotal),
  };
}

/** What there is to say of all re-zonings, the newest first. */
export function sentence(views: RezoningView[]): string {
  const { lists, contacts, contactsTotal } = progressOf(views);
  if (lists > 0) {
    const named = lists === 1 ? 'One list is' : `${count(lists)} lists are`;
    return `${named} to be done: ${count(contacts)} of ${count(contactsTotal)} contacts looked at.`;
  }
  return views.length > 0
    ? 'All that was asked for is done.'
    : 'A change holds for what is loaded from then on. Lists that are there follow when they are re-zoned.';
}
