import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';

/** The next three moments of a cron, as the clock shows them in its zone. */
export function NextMoments({ cron, timeZone }: { cron: string; timeZone: string }) {
  const [asked] = useDebouncedValue({ cron: cron.trim(), timeZone }, 300);
  const moments = useQuery({
    queryKey: ['/schedules/moments', asked],
    queryFn: () => api.get<{ moments: string[] }>('/schedules/moments', asked),
    enabled: asked.cron !== '',
    retry: false,
  });
  if (cron.trim() === '') return null;
  if (moments.error) {
    return (
      <Text size="xs" c="red">
        {moments.error.message}
      </Text>
    );
  }
  const said = new Intl.DateTimeFormat(undefined, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZone: asked.timeZone },
  });
  return (
    <Text size="xs" c="dimmed" role="status" aria-label="Next moments">
      Next: {moments.data?.moments.map((at) => said.format(new Date(at))).join(' · ') ?? '…'}
    </Text>
  );
}
