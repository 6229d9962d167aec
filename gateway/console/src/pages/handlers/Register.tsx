import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useGet } from '../../api/queries';
import type { Artifact, Chain, Items } from '../../api/types';
import { words } from '../../format/names';
import { word } from '../../format/random';
import { Answer, Nothing, Section } from '../../parts/blocks';
import { ChoiceField, LongField, TextField } from '../../parts/fields';
import { Form } from '../../parts/Form';
import { useTitle } from '../../parts/title';
import { Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { MODES } from '../onboarding/deployment';
import { claimComplaints, claimOf, claimPlaces, firstClaim, HOURS, signatureComplaint, type ClaimBody, type ClaimDraft } from './claim';
import { refusal, signed, wallet } from './wallet';

/** A partner registers a handler: describes it, has the contract's owner sign that, and hands both in. */
export default function Register() {
  useTitle('Register a handler');
  const chains = useGet<Items<Chain>>('/v1/chains');
  return (
    <>
      <p>
        <Link to="/handlers">← Handlers</Link>
      </p>
      <h1>Register a handler</h1>
      <Answer of={chains} what="chains">
        {(found) => {
          const names = found.items.filter((one) => one.family === 'EVM' && one.status === 'ACTIVE').map((one) => one.chain);
          const [first] = names;
          return first === undefined ? <Nothing>No chain is in use yet.</Nothing> : <Claim chains={names} first={firstClaim(first)} />;
        }}
      </Answer>
    </>
  );
}

/** What was said, and what its owner signs. */
interface Stated {
  body: ClaimBody;
  statement: string;
}

function Claim({ chains, first }: { chains: readonly string[]; first: ClaimDraft }) {
  const { client } = useSession();
  const [draft, setDraft] = useState(first);
  const [stated, setStated] = useState<Stated | null>(null);
  const artifacts = useGet<Artifact[]>('/v1/artifacts');
  const at = `/v1/onboarding/handlers/${draft.chain}/${draft.address.trim()}`;

  // A signature is of one statement alone.
  const set = (changed: Partial<ClaimDraft>) => {
    setDraft((known) => ({ ...known, ...changed }));
    setStated(null);
  };

  async function state() {
    const body = claimOf(draft, word(), Date.now());
    const said = await client.change<{ statement: string }>('POST', `${at}/statement`, body);
    if (said) setStated({ body, statement: said.statement });
  }

  return (
    <>
      <Section title="1. What it is">
        <Form deed={stated ? 'Make another statement' : 'Make the statement'} busyDeed="Asking…" complaints={() => claimComplaints(draft)} places={claimPlaces} send={state}>
          <div className="fields">
            <ChoiceField label="Chain" at="chain" value={draft.chain} change={(chain) => set({ chain })} options={chains.map((one) => [one, one] as const)} />
            <TextField label="Address of the handler" at="address" value={draft.address} change={(address) => set({ address })} />
            <ChoiceField
              label="Moves"
              at="moves"
              value={draft.moves}
              change={(moves) => set({ moves: moves === 'token' ? 'token' : 'messages' })}
              options={[
                ['token', 'a token'],
                ['messages', 'messages alone'],
              ]}
            />
            {draft.moves === 'token' && (
              <>
                <TextField label="Token" at="token" value={draft.token} change={(token) => set({ token })} />
                <TextField label="Decimals" at="decimals" value={draft.decimals} change={(decimals) => set({ decimals })} inputMode="numeric" />
                <ChoiceField label="Mode" at="mode" value={draft.mode} change={(mode) => set({ mode })} options={MODES.map((mode) => [mode, words(mode)] as const)} />
                <TextField
                  label="Artifact"
                  at="artifact"
                  value={draft.artifact}
                  change={(artifact) => set({ artifact })}
                  longest={64}
                  suggestions={artifacts.data?.map((one) => one.artifact) ?? []}
                  hint="Whose books its token belongs to"
                />
              </>
            )}
            <ChoiceField label="The signature counts for" at="hours" value={draft.hours} change={(hours) => set({ hours })} options={HOURS.map((one) => [one, one === '1' ? 'an hour' : `${one} hours`] as const)} />
          </div>
        </Form>
      </Section>
      {stated && <Sign key={stated.statement} of={stated} at={at} handler={`${draft.chain}:${draft.address.trim().toLowerCase()}`} />}
    </>
  );
}

function Sign({ of, at, handler }: { of: Stated; at: string; handler: string }) {
  const { client } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [signature, setSignature] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const own = wallet();

  async function sign() {
    if (own === null) return;
    setBusy(true);
    setSaid('');
    try {
      const by = await signed(own, of.statement);
      setSignature(by.signature);
      setSaid(`Signed by ${by.account}.`);
    } catch (thrown) {
      setSaid(refusal(thrown));
    } finally {
      setBusy(false);
    }
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(of.statement);
      setSaid('Copied.');
    } catch {
      setSaid('The browser did not let it be copied: select the text.');
    }
  }

  async function register() {
    await client.change('POST', at, { ...of.body, signature: signature.trim() });
    await queries.invalidateQueries();
    void navigate(`/handlers/${handler}`, { state: { registered: true } });
  }

  return (
    <Section title="2. The owner of its contract signs">
      <p>
        The account that the contract names as <code>owner()</code> signs this text as wallets sign texts (EIP-191), until <Time at={of.body.expiresAt} />. A contract that is owner answers by EIP-1271.
      </p>
      <pre tabIndex={0} aria-label="Statement">
        {of.statement}
      </pre>
      <p className="actions">
        {own !== null && (
          <button type="button" onClick={() => void sign()} disabled={busy}>
            {busy ? 'Waiting for the wallet…' : 'Sign with this browser’s wallet'}
          </button>
        )}
        <button type="button" onClick={() => void copy()}>
          Copy the statement
        </button>
      </p>
      <p role="status">{said}</p>
      <Form
        deed="Register"
        busyDeed="Looking on chain…"
        complaints={() => {
          const wrong = signatureComplaint(signature);
          return wrong === null ? {} : { signature: wrong };
        }}
        places={(problem) => {
          const places = claimPlaces(problem);
          return places['signature'] === undefined ? {} : places;
        }}
        send={register}
      >
        <LongField label="Signature" at="signature" value={signature} change={setSignature} rows={3} code hint="0x…, as the wallet gave it" />
      </Form>
    </Section>
  );
}
