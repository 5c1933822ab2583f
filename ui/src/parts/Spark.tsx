/** A line without axes: the shape of the last minutes. */
export function Spark({ values }: { values: (number | null)[] }) {
  const known = values.map((v) => v ?? 0);
  if (known.length < 2) return null;
  const top = Math.max(...known, 1);
  const points = known.map((v, n) => {
    const x = (n / (known.length - 1)) * 100;
    return `${x.toFixed(1)},${(23 - (v / top) * 22).toFixed(1)}`;
  });
  return (
    <svg viewBox="0 0 100 24" width={110} height={24} preserveAspectRatio="none" aria-hidden>
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.6}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
