import { useState } from 'react';
import { Link } from 'react-router';
import { query } from '../../api/client';
import type { Application } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import type { Items } from '../../api/types';
import { words } from '../../format/names';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { useTitle } from '../../parts/title';
import { Badge, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { Drift } from './Drift';
import { Lent } from './Nodes';
import { NEXT, STAGES } from './procedure';

const MOST = 200;

/** Chains that want to take part, how far each is, and what of those in use is not as it was admitted. */
export default function Applications() {
  useTitle('Onboarding');
  const { me, isOperator } = useSession();
  return (
    <>
      <div className="head">
        <h1>Onboarding</h1>
        <Link className="button" to="/onboarding/registrations">
          Registrations
        </Link>
        {me.scopes.includes('partner') && (
          <Link className="button primary" to="/onboarding/apply">
            Apply for a chain
          </Link>
        )}
      </div>
      <List />
      <Drift />
      {isOperator && <Lent />}
    </>
  );
}

function List() {
  const [stage, setStage] = useState('');
  const { isOperator } = useSession();
  const applications = useGet<Items<Application>>(`/v1/onboarding/applications${query({ stage, limit: MOST })}`, { every: 30_000 });
  return (
    <Section
      title={isOperator ? 'Applications' : 'Your applications'}
      aside={
        <label className="beside">
          Stage{' '}
          <select value={stage} onChange={(event) => setStage(event.target.value)}>
            <option value="">All</option>
            {Object.keys(NEXT).map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <Answer of={applications} what="applications">
        {(found) =>
          found.items.length === 0 ? (
            <Nothing>{stage === '' ? 'Nobody applied.' : 'None is there.'}</Nothing>
          ) : (
            <Table caption="Applications, the newest first" head={['Chain', 'Stage', 'By', { number: 'Chain id' }, 'Applied']}>
              {found.items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to={`/onboarding/${one.id}`}>{one.chain}</Link>
                  </td>
                  <td>
                    <Badge tone={STAGES[one.stage] ?? 'busy'}>{words(one.stage)}</Badge>
                  </td>
                  <td>{one.owner}</td>
                  <td className="number">{one.chainId}</td>
                  <td>
                    <Time at={one.appliedAt} />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}
