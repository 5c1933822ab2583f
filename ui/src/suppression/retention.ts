/** How long lists keep their entries, as people choose it. */
export const RETENTIONS = [
  { value: 'PERMANENT', label: 'Permanent' },
  { value: 'P30D', label: '30 days' },
  { value: 'P90D', label: '90 days' },
  { value: 'P1Y', label: '1 year' },
  { value: 'P5Y', label: '5 years' },
];

/** A period such as P30D as people say it; other periods as they stand. */
export function retentionOf(text: string): string {
  return RETENTIONS.find((r) => r.value === text)?.label ?? text;
}
