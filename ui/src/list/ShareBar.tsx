import { Text, Tooltip } from '@mantine/core';
import { count, percent } from '../parts/format';
import type { Share } from './shares';

/** How a list's devices are spread, as one bar with its legend below. */
export function ShareBar({ label, shares }: { label: string; shares: Share[] }) {
  if (shares.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        –
      </Text>
    );
  }
  return (
    <Tooltip
      multiline
      maw={360}
      label={shares.map((share) => (
        <div key={share.key}>
          {share.title}: {count(share.count)} ({percent(share.pct)})
        </div>
      ))}
    >
      <div className="shares">
        <div className="shareBar" role="img" aria-label={`${label}: ${spoken(shares)}`}>
          {shares.map((share, n) => (
            <span key={share.key} className={`share${n % 6}`} style={{ flexGrow: share.count }} />
          ))}
        </div>
        <div className="shareLegend" aria-hidden>
          {shares.slice(0, 3).map((share, n) => (
            <span key={share.key}>
              <i className={`share${n % 6}`} />
              {share.label} {percent(Math.round(share.pct))}
            </span>
          ))}
        </div>
      </div>
    </Tooltip>
  );
}

function spoken(shares: Share[]): string {
  return shares.map((share) => `${share.title} ${percent(share.pct)}`).join(', ');
}
