import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import type { HandlerEntry, Probation } from '../../api/onboarding';
import { useFind, useGet } from '../../api/queries';
import type { Items, RouteState } from '../../api/types';
import { handlerId } from '../../format/checks';
import { handler, route, words } from '../../format/names';
import { Answer, Facts, Nothing, Section, Table } from '../../parts/blocks';
import { useTitle } from '../../parts/title';
import { Badge, Hash, RouteName, StatusBadge, Time } from '../../parts/values';
import { Conformance } from '../conformance/Conformance';
import { NotFound } from '../NotFound';
import { Drift } from '../onboarding/Drift';
import { VERDICTS } from '../onboarding/procedure';
import { useSession } from '../../session/session';
import { ProbationList } from './ProbationList';
import { Stages } from './Stages';

/** A handler: what the book says, what its trial found, whether it changed on chain, and its routes. */
export default function HandlerPage() {
  const { id = '' } = useParams();
  return handlerId(id) === null ? <Known id={id} /> : <NotFound />;
}

function Known({ id }: { id: string }) {
  const { chain, address } = handler(id);
  const { state } = useLocation() as { state: { registered?: boolean } | null };
  useTitle(`Handler ${id}`);
  const entry = useGet<HandlerEntry>(`/v1/handlers/${chain}/${address}`, { every: 30_000 });
  return (
    <>
      <p>
        <Link to="/handlers">← Handlers</Link>
      </p>
      {state?.registered && (
        <p role="status" className="told">
          It is registered, and watched from now on. Its routes are the operator’s.
        </p>
      )}
      <Answer of={entry} what="the handler">
        {(found) => (
          <>
            <div className="head">
              <h1>
                {chain} <code className="whole">{address}</code>
              </h1>
              <StatusBadge status={found.status} good={found.status === 'ACTIVE'} />
            </div>
            <Entry of={found} />
            <Routes id={id} moves={found.token !== null} />
            <ProbationList id={id} />
            <Drift subject={id} />
            {address.length === 42 && <Conformance base={`/v1/handlers/${id}/conformance`} tried />}
          </>
        )}
      </Answer>
    </>
  );
}

function Entry({ of }: { of: HandlerEntry }) {
  const tried = of.conformance;
  return (
    <Section title="In the book">
      <Facts
        of={[
          ['Moves', of.token === null ? 'messages' : (of.artifact ?? 'a token')],
          ['Token', of.token === null ? null : <Hash value={of.token} what="token" />],
          ['Decimals', of.token === null ? null : of.decimals],
          ['Mode', of.mode === null ? null : words(of.mode)],
          ['Since', <Time at={of.at} />],
          [
            'Tried',
            tried === null ? (
              'never'
            ) : (
              <>
                <Badge tone={VERDICTS[tried.verdict]}>{words(tried.verdict)}</Badge> version {tried.version}, <Time at={tried.at} />
              </>
            ),
          ],
          ['Its code since then', tried === null ? null : <Stale of={tried.stale} />],
        ]}
      />
    </Section>
  );
}

function Stale({ of }: { of: boolean | null }) {
  if (of === null) return <Badge tone="waits">No node says</Badge>;
  return of ? <Badge tone="bad">Other code by now</Badge> : <Badge tone="good">The same</Badge>;
}

/** Its routes; those that carry its token away can be put on probation. */
function Routes({ id, moves }: { id: string; moves: boolean }) {
  const { acts } = useSession();
  const routes = useGet<Items<RouteState>>('/v1/routes', { every: 30_000 });
  const probation = useFind<Items<Probation>>('/v1/routes/probation', { every: 60_000 });
  const [staged, setStaged] = useState<string | null>(null);
  const own = id.toLowerCase();

  function mayBeStaged(of: string): boolean {
    const known = probation.data?.items.some((one) => one.route.toLowerCase() === of.toLowerCase()) ?? true;
    return acts && moves && !known && route(of).from.toLowerCase() === own;
  }

  return (
    <Section title="Routes">
      <Answer of={routes} what="routes">
        {(found) => {
          const shown = found.items.filter((one) => Object.values(route(one.route)).some((end) => end.toLowerCase() === own));
          return shown.length === 0 ? (
            <Nothing>It has no route. An operator opens routes.</Nothing>
          ) : (
            <Table caption="Routes from and to it" head={['Route', 'Status', ...(acts ? ['Change'] : [])]}>
              {shown.map((one) => (
                <tr key={one.route}>
                  <td>
                    <RouteName {...route(one.route)} />
                  </td>
                  <td>
                    <StatusBadge status={one.status} good={one.status === 'ACTIVE'} />
                  </td>
                  {acts && (
                    <td className="actions">
                      {mayBeStaged(one.route) && (
                        <button type="button" onClick={() => setStaged(one.route)}>
                          Put on probation…
                        </button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </Table>
          );
        }}
      </Answer>
      {staged !== null && <Stages of={staged} known={undefined} close={() => setStaged(null)} />}
    </Section>
  );
}
