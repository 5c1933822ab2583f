import { Tabs } from '@mantine/core';
import { useParams } from 'react-router';
import { percent, words } from '../parts/format';
import { Page } from '../parts/Page';
import { Stat } from '../parts/Stat';
import { Loaded } from '../parts/States';
import { count } from '../parts/format';
import { useGroup } from './api';
import { GroupActions } from './GroupActions';
import { GroupCharts } from './GroupCharts';
import { GroupRecords } from './GroupRecords';
import { GroupSettings } from './GroupSettings';
import { GroupStateBadge } from './GroupState';
import { RECORD_STATES, RecordsBar } from './RecordsBar';
import { SaveTemplate } from './SaveTemplate';
import type { Group } from './types';
import { WhyPanel } from './WhyPanel';

/** One campaign group as it runs. */
export default function GroupPage() {
  const { id = '' } = useParams();
  const group = useGroup(id);
  return <Loaded query={group}>{(data) => <Content group={data} />}</Loaded>;
}

function Content({ group }: { group: Group }) {
  const kind = [
    words(group.channel),
    group.mode ? words(group.mode) : null,
    `carrier ${group.carrierId ?? ''}`,
  ];
  return (
    <Page
      title={group.name}
      above={{ to: '/groups', label: 'Campaign groups' }}
      badge={<GroupStateBadge state={group.state} halted={group.halted} />}
      lead={`${kind.filter(Boolean).join(' · ')}${group.runId ? ` · run ${group.runId}` : ''}`}
      actions={<GroupActions group={group} />}
    >
      <Numbers group={group} />
      <Tabs defaultValue="live" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="live">Live</Tabs.Tab>
          <Tabs.Tab value="records">Records</Tabs.Tab>
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="live">
          <div className="live-grid">
            <GroupCharts group={group} />
            <WhyPanel group={group} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="records">
          <GroupRecords groupId={group.id} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SaveTemplate group={group} />
          <GroupSettings group={group} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Numbers({ group }: { group: Group }) {
  const { records, attempts, agents } = group;
  const signedOn = agents.ready + agents.talking + agents.wrapUp;
  return (
    <div>
      <RecordsBar records={records} />
      <div className="stats" style={{ margin: '12px 0' }}>
        <Stat label="Records" value={count(records.total)} />
        {RECORD_STATES.map(({ key, label, color }) => (
          <Stat key={key} label={label} value={count(records[key])} color={color} />
        ))}
      </div>
      <div className="stats stats-wide">
        <Stat label="Attempts" value={count(attempts.total)} />
        <Stat
          label="Agents"
          value={count(signedOn)}
          hint={`${count(agents.ready)} ready · ${count(agents.talking)} talking · ${count(agents.wrapUp)} wrap-up`}
        />
        <Stat label="Occupancy" value={percent(group.occupancyPct)} />
        <Stat label="Abandon rate" value={percent(group.abandonRatePct)} hint="of live answers" />
      </div>
    </div>
  );
}
