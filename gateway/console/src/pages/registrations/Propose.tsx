import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useGet } from '../../api/queries';
import type { Registration, RegistrationKind } from '../../api/registrations';
import type { Chain, Handler, Items } from '../../api/types';
import { ChoiceField, LongField, placesOf, TextField } from '../../parts/fields';
import { Form } from '../../parts/Form';
import { Section } from '../../parts/blocks';
import { useTitle } from '../../parts/title';
import { useSession } from '../../session/session';
import { bodyOf, complaintsOf, first, PATHS, type Draft } from './draft';

/** A partner proposes a route, a validator set or a token; the answer is what has to be signed. */
export default function Propose() {
  const { client } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const handlers = useGet<Items<Handler>>('/v1/handlers');
  const chains = useGet<Items<Chain>>('/v1/chains');
  const [draft, setDraft] = useState<Draft>(first);
  const set = (changed: Partial<Draft>) => setDraft((known) => ({ ...known, ...changed }));
  const known = handlers.data?.items.map((one) => one.handler) ?? [];
  useTitle('Propose a registration');

  async function propose() {
    const one = await client.change<Registration>('POST', `/v1/onboarding/registrations/${PATHS[draft.kind]}`, bodyOf(draft));
    await queries.invalidateQueries();
    if (one) void navigate(`/onboarding/registrations/${one.id}`);
  }

  return (
    <>
      <p>
        <Link to="/onboarding/registrations">← Registrations</Link>
      </p>
      <h1>Propose a registration</h1>
      <Section title="What is to be in the book">
        <Form deed="Propose" busyDeed="Looking on chain…" complaints={() => complaintsOf(draft)} places={placesOf} send={propose}>
          <div className="fields">
            <ChoiceField
              label="Kind"
              at="kind"
              value={draft.kind}
              change={(kind) => set({ kind: kind as RegistrationKind })}
              options={[
                ['ROUTE', 'A route'],
                ['VALIDATORS', 'A validator set'],
                ['TOKEN', 'A token'],
              ]}
            />
            {draft.kind === 'ROUTE' && (
              <>
                <TextField label="From" at="from" value={draft.from} change={(from) => set({ from })} suggestions={known} hint="Chain:0x… of the handler" />
                <TextField label="To" at="to" value={draft.to} change={(to) => set({ to })} suggestions={known} hint="Chain:0x… of the handler" />
                <ChoiceField
                  label="Ways"
                  at="bothWays"
                  value={draft.bothWays}
                  change={(bothWays) => set({ bothWays })}
                  options={[
                    ['yes', 'both ways'],
                    ['no', 'this way alone'],
                  ]}
                />
              </>
            )}
            {draft.kind === 'VALIDATORS' && (
              <>
                <TextField label="Chain" at="chain" value={draft.chain} change={(chain) => set({ chain })} suggestions={chains.data?.items.map((one) => one.chain) ?? []} />
                <TextField label="Signatures needed" at="required" value={draft.required} change={(required) => set({ required })} inputMode="numeric" />
                <LongField label="Validators" at="validators" value={draft.validators} change={(validators) => set({ validators })} rows={4} code hint="Addresses, one a line" />
              </>
            )}
            {draft.kind === 'TOKEN' && (
              <>
                <TextField label="Handler that moves it" at="handler" value={draft.handler} change={(handler) => set({ handler })} suggestions={known} hint="Chain:0x…" />
                <TextField label="Token" at="token" value={draft.token} change={(token) => set({ token })} />
                <TextField label="Symbol" at="symbol" value={draft.symbol} change={(symbol) => set({ symbol })} longest={32} />
                <TextField label="Decimals" at="decimals" value={draft.decimals} change={(decimals) => set({ decimals })} inputMode="numeric" />
                <ChoiceField
                  label="Who signs"
                  at="byTokensOwner"
                  value={draft.byTokensOwner}
                  change={(byTokensOwner) => set({ byTokensOwner })}
                  options={[
                    ['no', 'the handler’s owner'],
                    ['yes', 'the token’s owner'],
                  ]}
                />
              </>
            )}
          </div>
        </Form>
      </Section>
    </>
  );
}
