import { Link } from 'react-router';
import { useGet } from '../../api/queries';
import type { Primitive, Registration } from '../../api/registrations';
import type { Items } from '../../api/types';
import { route, words } from '../../format/names';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { useTitle } from '../../parts/title';
import { Badge, HandlerName, RouteName, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { PRIMITIVES, reason, REGISTRATIONS } from './standing';

const MOST = 200;

/** What partners put into the books by signatures, and the primitives on which operators decide. */
export default function Registrations() {
  useTitle('Registrations');
  const { me, isOperator } = useSession();
  const registrations = useGet<Items<Registration>>(`/v1/onboarding/registrations?limit=${MOST}`, { every: 30_000 });
  const primitives = useGet<Primitive[]>('/v1/primitives', { every: 30_000 });
  return (
    <>
      <p>
        <Link to="/onboarding">← Onboarding</Link>
      </p>
      <div className="head">
        <h1>Registrations</h1>
        {me.scopes.includes('partner') && (
          <Link className="button primary" to="/onboarding/registrations/propose">
            Propose
          </Link>
        )}
      </div>
      <Section title={isOperator ? 'Routes, validator sets and tokens' : 'Yours: routes, validator sets and tokens'}>
        <Answer of={registrations} what="registrations">
          {(found) =>
            found.items.length === 0 ? (
              <Nothing>Nobody proposed anything.</Nothing>
            ) : (
              <Table caption="Registrations, the newest first" head={['Proposed', 'Kind', 'Of', 'State', 'Why', 'By', 'May be signed until']}>
                {found.items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to={`/onboarding/registrations/${one.id}`}>
                        <Time at={one.askedAt} />
                      </Link>
                    </td>
                    <td>{words(one.kind)}</td>
                    <td>
                      <Subject of={one} />
                    </td>
                    <td>
                      <Badge tone={REGISTRATIONS[one.state]}>{words(one.state)}</Badge>
                    </td>
                    <td>{reason(one) || '—'}</td>
                    <td>{one.partner}</td>
                    <td>{one.state === 'OPEN' ? <Time at={one.expiresAt} /> : '—'}</td>
                  </tr>
                ))}
              </Table>
            )
          }
        </Answer>
      </Section>
      <Section title="Primitives">
        <Answer of={primitives} what="primitives">
          {(found) =>
            found.length === 0 ? (
              <Nothing>None was described.</Nothing>
            ) : (
              <Table caption="Primitives, by name" head={['Name', 'Artifact', 'State', 'Why', 'Chains']}>
                {found.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to={`/onboarding/primitives/${encodeURIComponent(one.id)}`}>{one.id}</Link>
                    </td>
                    <td>{one.artifact}</td>
                    <td>
                      <Badge tone={PRIMITIVES[one.state]}>{words(one.state)}</Badge>
                    </td>
                    <td className="long">{one.finding ?? '—'}</td>
                    <td>{one.deployments.map((place) => place.chain).join(', ')}</td>
                  </tr>
                ))}
              </Table>
            )
          }
        </Answer>
      </Section>
    </>
  );
}

/** A route by its ends, a token by its contract, a set by its chain. */
export function Subject({ of }: { of: Registration }) {
  if (of.kind === 'ROUTE') return <RouteName {...route(of.subject)} />;
  return of.subject.includes(':') ? <HandlerName id={of.subject} /> : <strong>{of.subject}</strong>;
}
