import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Watched } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import type { Items } from '../../api/types';
import { words } from '../../format/names';
import { Answer, Nothing, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { Ago, Badge, HandlerName } from '../../parts/values';
import { useSession } from '../../session/session';

const DRIFT = '/v1/onboarding/drift';

/** What is in use and watched, and how it differs from what was admitted; of one subject, or of all. */
export function Drift({ subject }: { subject?: string }) {
  const { client, acts } = useSession();
  const queries = useQueryClient();
  const watched = useGet<Items<Watched>>(DRIFT, { every: 30_000 });
  const [asked, setAsked] = useState<Watched | null>(null);

  async function accept(of: Watched, reason: string) {
    queries.setQueryData([DRIFT], await client.change<Items<Watched>>('POST', `${DRIFT}/${of.subject}/accept`, { reason }));
    void queries.invalidateQueries();
  }

  return (
    <Section title={subject === undefined ? 'Watched for changes on chain' : 'As it was admitted?'}>
      <Answer of={watched} what="what is watched">
        {(found) => {
          const shown = found.items.filter((one) => subject === undefined || one.subject.toLowerCase() === subject.toLowerCase());
          return shown.length === 0 ? (
            <Nothing>{subject === undefined ? 'Nothing is in use yet by an application or a claim.' : 'It is not watched.'}</Nothing>
          ) : (
            <Table caption="What is watched" head={['What', 'Stands', 'Different', 'Admitted', 'Compared', 'Decide']}>
              {shown.map((one) => (
                <tr key={one.subject}>
                  <td>
                    <Name subject={one.subject} linked={subject === undefined} />
                  </td>
                  <td>
                    <Badge tone={one.drifted.length === 0 ? 'good' : 'bad'}>{one.drifted.length === 0 ? 'As admitted' : 'Drifted'}</Badge>
                  </td>
                  <td className="long">{one.drifted.length === 0 ? '—' : <Differences of={one} />}</td>
                  <td>
                    <Ago at={one.admittedAt} />
                  </td>
                  <td>{one.checkedAt === null ? 'not yet' : <Ago at={one.checkedAt} />}</td>
                  <td className="actions">
                    {acts && one.drifted.length > 0 && (
                      <button type="button" className="danger" onClick={() => setAsked(one)}>
                        Accept…<span className="hidden"> what {one.subject} is now</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          );
        }}
      </Answer>
      {asked && (
        <Confirm title={`Accept what ${asked.subject} is now?`} deed="Accept" longest={2000} hurts act={(reason) => accept(asked, reason)} close={() => setAsked(null)}>
          <p>What is on chain becomes the measure. Do so only when you know who changed it and why.</p>
          <Differences of={asked} />
        </Confirm>
      )}
    </Section>
  );
}

/** A handler has a page of its own; a chain is an application's. */
function Name({ subject, linked }: { subject: string; linked: boolean }) {
  if (!subject.includes(':')) return <>{subject}</>;
  return linked ? (
    <Link to={`/handlers/${subject}`}>
      <HandlerName id={subject} />
    </Link>
  ) : (
    <HandlerName id={subject} />
  );
}

function Differences({ of }: { of: Watched }) {
  return (
    <dl className="detail">
      {of.drifted.map((one) => (
        <div key={one.what}>
          <dt>{words(one.what)}</dt>
          <dd>
            {one.expected} → {one.found}
          </dd>
        </div>
      ))}
    </dl>
  );
}
