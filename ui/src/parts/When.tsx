import { Text, Tooltip } from '@mantine/core';
import { useNow } from './now';
import { fromNow, localTime, utcTime } from './format';

interface WhenProps {
  at: string | null | undefined;
  relative?: boolean;
}

/** A moment in the viewer's zone; UTC on hover and focus. */
export function When({ at, relative = false }: WhenProps) {
  const now = useNow();
  if (!at) return <span>–</span>;
  const label = relative ? `${localTime(at)} · ${utcTime(at)}` : utcTime(at);
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: true }}>
      <Text component="time" dateTime={at} inherit className="when">
        {relative ? fromNow(at, now) : localTime(at)}
      </Text>
    </Tooltip>
  );
}
