import { Center, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../api/session';
import { Loading, ProblemAlert } from '../parts/States';
import { Shell } from './Shell';
import { SignIn } from './SignIn';

const Desk = lazy(() => import('../agent/Desk'));
const Overview = lazy(() => import('../overview/Overview'));
const ContactLists = lazy(() => import('../list/ContactLists'));
const ContactListPage = lazy(() => import('../list/ContactListPage'));
const SuppressionLists = lazy(() => import('../suppression/SuppressionLists'));
const SuppressionListPage = lazy(() => import('../suppression/SuppressionListPage'));
const Registries = lazy(() => import('../registry/Registries'));
const EvidencePage = lazy(() => import('../evidence/EvidencePage'));
const Groups = lazy(() => import('../campaign/Groups'));
const GroupPage = lazy(() => import('../campaign/GroupPage'));
const NewGroup = lazy(() => import('../campaign/NewGroup'));
const ContactSearch = lazy(() => import('../contact/ContactSearch'));
const Jobs = lazy(() => import('../job/Jobs'));
const Rules = lazy(() => import('../compliance/Rules'));
const Templates = lazy(() => import('../campaign/Templates'));
const EditTemplate = lazy(() => import('../campaign/EditTemplate'));
const UploadRules = lazy(() => import('../upload/UploadRules'));
const SelectionRules = lazy(() => import('../selection/SelectionRules'));
const DropSources = lazy(() => import('../filedrop/DropSources'));
const Mappings = lazy(() => import('../list/Mappings'));
const ZoneMapPage = lazy(() => import('../reference/ZoneMapPage'));
const ReferenceData = lazy(() => import('../reference/ReferenceData'));
const Users = lazy(() => import('../tenant/Users'));
const Settings = lazy(() => import('../tenant/Settings'));
const Audit = lazy(() => import('../tenant/Audit'));
const System = lazy(() => import('../system/System'));

/** Who is here decides what there is: sign-in, the agent's desk, or the dashboard. */
export function App() {
  const session = useSession();
  if (session.data === undefined) {
    return (
      <Center h="100vh" p="xl">
        {session.error ? (
          <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <Loader aria-label="Loading" />
        )}
      </Center>
    );
  }
  if (session.data === null) return <SignIn />;
  const admin = session.data.roles.includes('ADMIN');
  return (
    <Shell session={session.data}>
      <Suspense fallback={<Loading rows={8} />}>
        {admin ? <AdminRoutes operator={session.data.operator} /> : <AgentRoutes />}
      </Suspense>
    </Shell>
  );
}

function AgentRoutes() {
  return (
    <Routes>
      <Route path="/desk" element={<Desk />} />
      <Route path="*" element={<Navigate to="/desk" replace />} />
    </Routes>
  );
}

function AdminRoutes({ operator }: { operator: boolean }) {
  return (
    <Routes>
      <Route path="/" element={<Overview />} />
      <Route path="/groups" element={<Groups />} />
      <Route path="/groups/new" element={<NewGroup />} />
      <Route path="/groups/:id" element={<GroupPage />} />
      <Route path="/campaign-templates" element={<Templates />} />
      <Route path="/campaign-templates/:id" element={<EditTemplate />} />
      <Route path="/lists" element={<ContactLists />} />
      <Route path="/lists/:id" element={<ContactListPage />} />
      <Route path="/suppression" element={<SuppressionLists />} />
      <Route path="/suppression/:id" element={<SuppressionListPage />} />
      <Route path="/registries" element={<Registries />} />
      <Route path="/selection" element={<SelectionRules />} />
      <Route path="/upload-rules" element={<UploadRules />} />
      <Route path="/contacts" element={<ContactSearch />} />
      <Route path="/rules" element={<Rules />} />
      <Route path="/evidence" element={<EvidencePage />} />
      <Route path="/jobs" element={<Jobs />} />
      <Route path="/drops" element={<DropSources />} />
      <Route path="/mappings" element={<Mappings />} />
      <Route path="/zone-map" element={<ZoneMapPage />} />
      {operator && <Route path="/reference-data" element={<ReferenceData />} />}
      <Route path="/users" element={<Users />} />
      <Route path="/settings" element={<Settings />} />
      <Route path="/audit" element={<Audit />} />
      <Route path="/system" element={<System />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  );
}
