import { Group, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Series {
  label: string;
  color: string;
  values: (number | null)[];
  fill?: boolean;
  axis?: 'left' | 'right';
}

interface LiveChartProps {
  label: string;
  /** Seconds since 1970, ascending. */
  times: number[];
  series: Series[];
  height?: number;
  unit?: string;
  stepped?: boolean;
}

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

const INK = {
  light: { text: '#64748b', grid: '#e8ecf0' },
  dark: { text: '#94a3b8', grid: '#2a3038' },
};

function axes(scheme: 'light' | 'dark', right: boolean): uPlot.Axis[] {
  const { text, grid } = INK[scheme];
  const font = '11px "Inter Variable", system-ui, sans-serif';
  const look = { stroke: text, font, ticks: { show: false }, grid: { stroke: grid, width: 1 } };
  const values = (_: uPlot, ticks: number[]) => ticks.map((t) => t.toLocaleString());
  const y: uPlot.Axis = { ...look, size: 52, values, gap: 8 };
  const x: uPlot.Axis = {
    ...look,
    size: 34,
    space: 80,
    grid: { show: false },
    values: (_, ticks) => ticks.map((t) => TIME.format(t * 1000)),
  };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- uPlot has its enums in types only
  return right ? [x, y, { ...y, side: 1, scale: 'right', grid: { show: false } }] : [x, y];
}

function options(props: LiveChartProps, width: number, scheme: 'light' | 'dark'): uPlot.Options {
  const right = props.series.some((s) => s.axis === 'right');
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const fromZero: uPlot.Scale = { range: (_u, _min, max) => [0, Math.max(max * 1.1, 5)] };
  return {
    width,
    height: props.height ?? 220,
    padding: [10, right ? 0 : 12, 0, 0],
    legend: { show: false },
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    scales: { x: { time: true }, y: fromZero, ...(right && { right: fromZero }) },
    axes: axes(scheme, right),
    series: [
      {},
      ...props.series.map((s): uPlot.Series => ({
        label: s.label,
        stroke: s.color,
        width: 2,
        fill: s.fill ? `${s.color}22` : undefined,
        scale: s.axis === 'right' ? 'right' : 'y',
        points: { show: false },
        paths: props.stepped ? stepped : undefined,
      })),
    ],
  };
}

/** Values over time that grow to the right; drawn on a canvas, with a legend that is read aloud. */
export function LiveChart(props: LiveChartProps) {
  const { times, series, label } = props;
  const scheme = useComputedColorScheme('light');
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  const shape = series.map((s) => s.label + s.color + (s.axis ?? '')).join('|');

  useEffect(() => {
    latest.current = props;
    plot.current?.setData([times, ...series.map((s) => s.values)]);
  });

  useEffect(() => {
    if (!place.current || width === 0) return;
    const { times: xs, series: ys } = latest.current;
    const data: uPlot.AlignedData = [xs, ...ys.map((s) => s.values)];
    const made = new uPlot(options(latest.current, width, scheme), data, place.current);
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [width, scheme, shape]);

  return (
    <figure className="chart" aria-label={label} data-points={times.length}>
      <Group gap="lg" px="md" pb={4} component="figcaption">
        {series.map((s) => (
          <Text size="xs" key={s.label} c="dimmed">
            <span className="dot" style={{ background: s.color }} />
            {s.label}{' '}
            <b className="num ink">
              {s.values.at(-1)?.toLocaleString() ?? '–'}
              {props.unit ?? ''}
            </b>
          </Text>
        ))}
      </Group>
      <div ref={sized}>
        <div ref={place} />
      </div>
    </figure>
  );
}
