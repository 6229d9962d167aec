import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ApplicationDetail } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import { word } from '../../format/random';
import { Answer, Section } from '../../parts/blocks';
import { LongField, Many, TextField } from '../../parts/fields';
import { Form } from '../../parts/Form';
import { useTitle } from '../../parts/title';
import { useSession } from '../../session/session';
import { complaints, draftOf, empty, paperOf, places, Wishes, type Draft } from './paper';
import { ProviderFields } from './ProviderFields';

const KINDS = ['full-node', 'archive-node', 'finality', 'support', 'audit'];

/** A chain's team asks for its chain to be taken in; once more, with what it said before, when it was refused. */
export default function Apply() {
  useTitle('Apply for a chain');
  const [search] = useSearchParams();
  const again = search.get('again');
  return (
    <>
      <p>
        <Link to="/onboarding">← Applications</Link>
      </p>
      <h1>Apply for a chain</h1>
      {again === null ? <Paper first={empty()} /> : <Again id={again} />}
    </>
  );
}

function Again({ id }: { id: string }) {
  const before = useGet<ApplicationDetail>(`/v1/onboarding/applications/${encodeURIComponent(id)}`);
  return (
    <Answer of={before} what="the application">
      {(found) => <Paper key={found.id} first={draftOf(found.paper)} />}
    </Answer>
  );
}

function Paper({ first }: { first: Draft }) {
  const { client } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  const [wishes] = useState(() => new Wishes(word));
  const set = (changed: Partial<Draft>) => setDraft((known) => ({ ...known, ...changed }));

  async function send() {
    const paper = paperOf(draft);
    const made = await client.change<ApplicationDetail>('POST', '/v1/onboarding/applications', paper, wishes.keyOf(paper));
    await queries.invalidateQueries();
    if (made) void navigate(`/onboarding/${made.id}`);
  }

  return (
    <Form
      deed="Apply"
      busyDeed="Asking the nodes…"
      complaints={() => complaints(draft)}
      places={(problem) => places(problem, draft)}
      send={send}
      cancel={() => void navigate('/onboarding')}
    >
      <Section title="The chain">
        <div className="fields">
          <TextField
            label="Name"
            at="chain"
            value={draft.chain}
            change={(chain) => set({ chain })}
            longest={31}
            hint="What contracts will hash. No chain’s name may begin another’s."
          />
          <TextField label="Chain id" at="chainId" value={draft.chainId} change={(chainId) => set({ chainId })} inputMode="numeric" hint="EIP-155. Every node named below has to answer it." />
        </div>
      </Section>
      <Section title="Its nodes">
        <ProviderFields providers={draft.providers} change={(providers) => set({ providers })} least={1} />
      </Section>
      <Section title="Who is asked, and what can be read">
        <Many title="Contacts" one="Contact" at="contacts" items={draft.contacts} change={(contacts) => set({ contacts })} make={() => ({ name: '', email: '' })} least={1}>
          {(one, change, at) => (
            <>
              <TextField label="Name" at={`${at}.name`} value={one.name} change={(name) => change({ name })} longest={120} />
              <TextField label="E-mail" at={`${at}.email`} value={one.email} change={(email) => change({ email })} inputMode="email" longest={200} />
            </>
          )}
        </Many>
        <Many title="Documents" one="Document" at="documents" items={draft.documents} change={(documents) => set({ documents })} make={() => ({ kind: '', url: '' })} most={64}>
          {(one, change, at) => (
            <>
              <TextField label="Kind" at={`${at}.kind`} value={one.kind} change={(kind) => change({ kind })} longest={60} suggestions={KINDS} />
              <TextField label="Address" at={`${at}.url`} value={one.url} change={(url) => change({ url })} inputMode="url" />
            </>
          )}
        </Many>
      </Section>
      <Section title="What the conformance suite is told">
        <LongField
          label="Declaration"
          at="declaration"
          value={draft.declaration}
          change={(declaration) => set({ declaration })}
          rows={10}
          code
          optional
          hint="JSON: chain, finality, documents, multisig, explorer, suite. What is left out is not declared, and stays unknown."
        />
      </Section>
    </Form>
  );
}
