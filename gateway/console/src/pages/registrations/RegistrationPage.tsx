import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useGet } from '../../api/queries';
import type { Registration } from '../../api/registrations';
import { words } from '../../format/names';
import { address } from '../../format/checks';
import { Answer, Facts, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { LongField, TextField, placesOf } from '../../parts/fields';
import { Form } from '../../parts/Form';
import { useTitle } from '../../parts/title';
import { Badge, HandlerName, Hash, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { signatureComplaint } from '../handlers/claim';
import { refusal, signedTyped, wallet } from '../handlers/wallet';
import { VERDICTS } from '../onboarding/procedure';
import { Subject } from './Registrations';
import { reason, REGISTRATIONS } from './standing';

const SAID_ABOVE = ['partner', 'expires', 'nonce'];

/** A registration: what it says, who signed, what stands against it, and signing it. */
export default function RegistrationPage() {
  const { id = '' } = useParams();
  const path = `/v1/onboarding/registrations/${encodeURIComponent(id)}`;
  const registration = useGet<Registration>(path, { every: 15_000 });
  useTitle('Registration');
  return (
    <>
      <p>
        <Link to="/onboarding/registrations">← Registrations</Link>
      </p>
      <Answer of={registration} what="the registration">
        {(found) => <Known of={found} path={path} />}
      </Answer>
    </>
  );
}

function Known({ of, path }: { of: Registration; path: string }) {
  const { client, me } = useSession();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const why = reason(of);
  const isOpen = of.state === 'OPEN';
  return (
    <>
      <div className="head">
        <h1>
          {words(of.kind)} <Subject of={of} />
        </h1>
        <Badge tone={REGISTRATIONS[of.state]}>{words(of.state)}</Badge>
      </div>
      {why !== '' && (
        <p className="told waits" role="status">
          It waits: {why}.
        </p>
      )}
      <Section
        title="What is proposed"
        aside={
          isOpen &&
          of.partner === me.name && (
            <button type="button" className="danger" onClick={() => setLeaving(true)}>
              Withdraw…
            </button>
          )
        }
      >
        <Facts
          of={[
            ['By', of.partner],
            ['Proposed', <Time key="asked" at={of.askedAt} />],
            [isOpen ? 'May be signed until' : 'Ended', <Time key="until" at={of.endedAt ?? of.expiresAt} />],
            ['Digest', <Hash key="digest" value={of.digest} what="the digest" />],
            ...Object.entries(of.typedData.message)
              .filter(([name]) => !SAID_ABOVE.includes(name))
              .map(([name, value]) => [name, <code key={name}>{said(value)}</code>] as const),
          ]}
        />
      </Section>
      <Section title="Who has to sign">
        <Table caption="Contracts that must be spoken for" head={['Contract', 'Signed by', 'Handed in by', 'When']}>
          {of.signatories.map((one) => (
            <tr key={one.contract}>
              <td>
                <HandlerName id={one.contract} />
              </td>
              <td>{one.signer ? <Hash value={one.signer} what="the signer" /> : <Badge tone="waits">Nobody yet</Badge>}</td>
              <td>{one.partner ?? '—'}</td>
              <td>{one.at ? <Time at={one.at} /> : '—'}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section title="What was found">
        {of.findings.length === 0 ? (
          <Nothing>The book and the chains were not looked at yet.</Nothing>
        ) : (
          <Table caption="What the book and the chains say to it" head={['Requirement', 'Verdict', 'What', 'Expected', 'Found']}>
            {of.findings.map((one, place) => (
              <tr key={place}>
                <td>{one.id}</td>
                <td>
                  <Badge tone={VERDICTS[one.verdict]}>{words(one.verdict)}</Badge>
                </td>
                <td>{one.what}</td>
                <td className="long">{one.expected}</td>
                <td className="long">{one.found}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      {isOpen && me.scopes.includes('partner') && <Sign of={of} path={path} />}
      {leaving && (
        <Confirm
          title="Take the proposal back?"
          deed="Withdraw"
          reason="none"
          hurts
          act={async () => {
            queries.setQueryData([path], await client.change<Registration>('POST', `${path}/withdraw`));
            await queries.invalidateQueries();
          }}
          close={() => setLeaving(false)}
        >
          <p>Signatures that were handed in count no more.</p>
        </Confirm>
      )}
    </>
  );
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function Sign({ of, path }: { of: Registration; path: string }) {
  const { client } = useSession();
  const queries = useQueryClient();
  const [signature, setSignature] = useState('');
  const [signer, setSigner] = useState('');
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const own = wallet();

  async function sign() {
    if (own === null) return;
    setBusy(true);
    setTold('');
    try {
      const by = await signedTyped(own, of.typedData);
      setSignature(by.signature);
      setTold(`Signed by ${by.account}.`);
    } catch (thrown) {
      setTold(refusal(thrown));
    } finally {
      setBusy(false);
    }
  }

  async function hand() {
    const body = { signature: signature.trim(), signer: signer.trim() === '' ? null : signer.trim() };
    const after = await client.change<Registration>('POST', `${path}/signatures`, body);
    setSignature('');
    setTold('');
    queries.setQueryData([path], after);
    await queries.invalidateQueries();
  }

  return (
    <Section title="Sign it">
      <p>
        The owner of each contract signs what is proposed as typed data (EIP-712), or who is its manager. With the last signature it is looked at once more and put into the book.
      </p>
      <details>
        <summary>The typed data, for a wallet elsewhere</summary>
        <pre tabIndex={0} aria-label="Typed data">
          {JSON.stringify(of.typedData, null, 2)}
        </pre>
      </details>
      {own !== null && (
        <p className="actions">
          <button type="button" onClick={() => void sign()} disabled={busy}>
            {busy ? 'Waiting for the wallet…' : 'Sign with this browser’s wallet'}
          </button>
        </p>
      )}
      <p role="status">{told}</p>
      <Form
        deed="Hand in the signature"
        busyDeed="Looking on chain…"
        complaints={() => ({
          ...complaint('signature', signatureComplaint(signature)),
          ...complaint('signer', signer.trim() === '' ? null : address(signer.trim())),
        })}
        places={placesOf}
        send={hand}
      >
        <LongField label="Signature" at="signature" value={signature} change={setSignature} rows={3} code hint="0x…, as the wallet gave it" />
        <TextField label="Signer" at="signer" value={signer} change={setSigner} optional hint="Needed of a contract that is a manager only" />
      </Form>
    </Section>
  );
}

function complaint(at: string, what: string | null): Record<string, string> {
  return what === null ? {} : { [at]: what };
}
