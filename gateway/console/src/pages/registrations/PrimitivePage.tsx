import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useGet } from '../../api/queries';
import type { PrimitiveDetail } from '../../api/registrations';
import { words } from '../../format/names';
import { Answer, Facts, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { useTitle } from '../../parts/title';
import { Badge, HandlerName, Hash, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { deeds, PRIMITIVES, type PrimitiveDeed } from './standing';

/** A primitive: what it says, where its contracts are, what was decided and why; operators decide here. */
export default function PrimitivePage() {
  const { id = '' } = useParams();
  const path = `/v1/primitives/${encodeURIComponent(id)}`;
  const primitive = useGet<PrimitiveDetail>(path, { every: 30_000 });
  useTitle(`Primitive ${id}`);
  return (
    <>
      <p>
        <Link to="/onboarding/registrations">← Registrations</Link>
      </p>
      <Answer of={primitive} what="the primitive">
        {(found) => <Known of={found} path={path} />}
      </Answer>
    </>
  );
}

function Known({ of: { primitive, steps }, path }: { of: PrimitiveDetail; path: string }) {
  const { client, acts } = useSession();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<PrimitiveDeed | null>(null);
  return (
    <>
      <div className="head">
        <h1>{primitive.id}</h1>
        <Badge tone={PRIMITIVES[primitive.state]}>{words(primitive.state)}</Badge>
      </div>
      {primitive.finding && (
        <p className={primitive.state === 'LIVE' ? 'told' : 'told waits'} role="status">
          {primitive.finding}
        </p>
      )}
      <Section title="What it is">
        <Facts
          of={[
            ['Artifact', <Link key="artifact" to={`/artifacts/${encodeURIComponent(primitive.artifact)}`}>{primitive.artifact}</Link>],
            ['Specification', <Hash key="specification" value={primitive.specification} what="the specification's hash" />],
            ['Vault', primitive.vault ? <HandlerName key="vault" id={primitive.vault} /> : 'None on Bitcoin'],
            ['Descriptor', primitive.descriptor ? <code key="descriptor">{primitive.descriptor}</code> : null],
          ]}
        />
        {acts && deeds(primitive).length > 0 && (
          <p className="actions">
            {deeds(primitive).map((one) => (
              <button key={one.path} type="button" className={one.hurts ? 'danger' : 'primary'} onClick={() => setAsked(one)}>
                {one.name}…
              </button>
            ))}
          </p>
        )}
      </Section>
      <Section title="Where its contracts are">
        <Table caption="Contracts by chain" head={['Chain', 'Token', 'Handler', 'Staking', 'Registry', { number: 'From block' }]}>
          {primitive.deployments.map((one) => (
            <tr key={one.chain}>
              <td>{one.chain}</td>
              <td>
                <Hash value={one.token} what="the token" />
              </td>
              <td>{one.handler ? <Hash value={one.handler} what="the handler" /> : '—'}</td>
              <td>{one.staking ? <Hash value={one.staking} what="the staking contract" /> : '—'}</td>
              <td>
                <Hash value={one.registry} what="the registry" />
              </td>
              <td className="number">{one.startBlock.toLocaleString('en-GB')}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section title="What was decided">
        {steps.length === 0 ? (
          <Nothing>Nothing yet.</Nothing>
        ) : (
          <Table caption="Decisions, in their order" head={['When', 'State', 'By', 'Why']}>
            {steps.map((one, place) => (
              <tr key={place}>
                <td>
                  <Time at={one.at} />
                </td>
                <td>
                  <Badge tone={PRIMITIVES[one.state]}>{words(one.state)}</Badge>
                </td>
                <td>{one.by}</td>
                <td className="long">{one.reasons.join('; ') || '—'}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      {asked && (
        <Confirm
          title={`${asked.name} ${primitive.id}?`}
          deed={asked.name}
          reason={asked.path === 'submit' ? 'none' : 'required'}
          longest={2000}
          hurts={asked.hurts}
          act={async (because) => {
            await client.change('POST', `${path}/${asked.path}`, asked.path === 'submit' ? undefined : { reasons: [because] });
            await queries.invalidateQueries();
          }}
          close={() => setAsked(null)}
        >
          <p>{asked.does}</p>
        </Confirm>
      )}
    </>
  );
}
