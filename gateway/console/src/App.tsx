import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Client, type Credential } from './api/client';
import type { Me } from './api/types';
import { Layout } from './Layout';
import { Loading } from './parts/blocks';
import { ProblemBox } from './parts/ProblemBox';
import { Messages } from './pages/Messages';
import { NotFound } from './pages/NotFound';
import { SessionProvider, useDoor } from './session/session';
import { SignIn } from './session/SignIn';

const Message = lazy(() => import('./pages/Message'));
const Flow = lazy(() => import('./pages/Flow'));
const Chains = lazy(() => import('./pages/Chains'));
const Desk = lazy(() => import('./pages/Desk'));
const Limits = lazy(() => import('./pages/Limits'));
const Artifacts = lazy(() => import('./pages/Artifacts'));
const Gas = lazy(() => import('./pages/Gas'));
const Handlers = lazy(() => import('./pages/handlers/Handlers'));
const HandlerPage = lazy(() => import('./pages/handlers/HandlerPage'));
const Register = lazy(() => import('./pages/handlers/Register'));
const ChainConformance = lazy(() => import('./pages/conformance/ChainConformance'));
const Applications = lazy(() => import('./pages/onboarding/Applications'));
const ApplicationPage = lazy(() => import('./pages/onboarding/ApplicationPage'));
const Registrations = lazy(() => import('./pages/registrations/Registrations'));
const RegistrationPage = lazy(() => import('./pages/registrations/RegistrationPage'));
const Propose = lazy(() => import('./pages/registrations/Propose'));
const PrimitivePage = lazy(() => import('./pages/registrations/PrimitivePage'));
const Apply = lazy(() => import('./pages/onboarding/Apply'));

export function App() {
  const { credential } = useDoor();
  return credential === null ? <SignIn /> : <SignedIn credential={credential} />;
}

function SignedIn({ credential }: { credential: Credential }) {
  const { signOut } = useDoor();
  const client = useMemo(() => {
    const ended = 'key' in credential ? 'Your key is not known any more. Sign in again.' : 'Your sign-in has ended. Sign in again.';
    return new Client(credential, () => signOut(ended));
  }, [credential, signOut]);
  const me = useQuery({ queryKey: ['/v1/me'], queryFn: () => client.get<Me>('/v1/me'), staleTime: Infinity });
  if (me.isError) {
    return (
      <main className="sign-in">
        <ProblemBox problem={me.error} retry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data) {
    return (
      <main className="sign-in">
        <Loading what="the console" />
      </main>
    );
  }
  return (
    <SessionProvider client={client} me={me.data}>
      <Layout>
        <Suspense fallback={<Loading what="the page" />}>
          <Routes>
            <Route index element={<Navigate to="/messages" replace />} />
            <Route path="messages" element={<Messages />} />
            <Route path="messages/:txid" element={<Message />} />
            <Route path="flow" element={<Flow />} />
            <Route path="chains" element={<Chains />} />
            <Route path="chains/:chain" element={<ChainConformance />} />
            <Route path="handlers" element={<Handlers />} />
            <Route path="handlers/register" element={<Register />} />
            <Route path="handlers/:id" element={<HandlerPage />} />
            <Route path="waiting" element={<Desk />} />
            <Route path="limits" element={<Limits />} />
            <Route path="artifacts" element={<Artifacts />} />
            <Route path="artifacts/:id" element={<Artifacts />} />
            <Route path="gas" element={<Gas />} />
            <Route path="onboarding" element={<Applications />} />
            <Route path="onboarding/apply" element={<Apply />} />
            <Route path="onboarding/registrations" element={<Registrations />} />
            <Route path="onboarding/registrations/propose" element={<Propose />} />
            <Route path="onboarding/registrations/:id" element={<RegistrationPage />} />
            <Route path="onboarding/primitives/:id" element={<PrimitivePage />} />
            <Route path="onboarding/:id" element={<ApplicationPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </Layout>
    </SessionProvider>
  );
}
