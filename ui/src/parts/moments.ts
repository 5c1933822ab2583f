/** What a date-and-time field holds (viewer's zone) as an instant; null when it is empty. */
export function instantOf(local: string): string | null {
  return local ? new Date(local).toISOString().replace('.000Z', 'Z') : null;
}
