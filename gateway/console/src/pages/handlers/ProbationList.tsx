import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Probation } from '../../api/onboarding';
import { useArtifactOf, useDecimals, useFind } from '../../api/queries';
import type { Items } from '../../api/types';
import { route } from '../../format/names';
import { duration } from '../../format/time';
import { Answer, Section, Table } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { ChoiceField } from '../../parts/fields';
import { Amount, Badge, RouteName, Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { Stages } from './Stages';

/** Routes of a handler that may carry little as yet; more with each clean day. */
export function ProbationList({ id }: { id: string }) {
  const { client, acts } = useSession();
  const queries = useQueryClient();
  const decimals = useDecimals();
  const artifact = useArtifactOf();
  const probation = useFind<Items<Probation>>('/v1/routes/probation', { every: 60_000 });
  const [asked, setAsked] = useState<Probation | null>(null);
  const [staged, setStaged] = useState<Probation | null>(null);
  const own = id.toLowerCase();

  async function set(of: Probation, stage: number, because: string) {
    await client.change('POST', '/v1/routes/probation/stage', { ...route(of.route), stage, because });
    await queries.invalidateQueries();
  }

  return (
    <Answer of={probation} what="probation">
      {(found) => {
        const shown = found?.items.filter((one) => Object.values(route(one.route)).some((end) => end.toLowerCase() === own)) ?? [];
        if (shown.length === 0) return null;
        return (
          <Section title="On probation">
            <Table caption="How much its routes may carry" head={['Route', 'Stage', 'May pass now', { number: 'Clean days' }, 'Because', ...(acts ? ['Change'] : [])]}>
              {shown.map((one) => {
                const { from } = route(one.route);
                return (
                  <tr key={one.route}>
                    <td>
                      <RouteName {...route(one.route)} />
                    </td>
                    <td>
                      <Badge tone={one.amount === null ? 'good' : 'busy'}>{one.amount === null ? 'Passed' : `${one.stage + 1} of ${one.stages.length}`}</Badge>
                    </td>
                    <td>
                      {one.amount === null ? (
                        'anything'
                      ) : (
                        <>
                          <Amount value={one.amount} decimals={decimals(from) ?? 0} unit={artifact(from)} />
                          <div className="muted">in {duration(one.window)}</div>
                        </>
                      )}
                    </td>
                    <td className="number">
                      {one.cleanDays} of {one.daysPerStage}
                    </td>
                    <td className="long">
                      {one.why}
                      <div className="muted">
                        <Time at={one.since} />
                      </div>
                    </td>
                    {acts && (
                      <td className="actions">
                        <button type="button" onClick={() => setAsked(one)}>
                          Set the stage…
                        </button>
                        <button type="button" onClick={() => setStaged(one)}>
                          Other stages…
                        </button>
                      </td>
                    )}
                  </tr>
                );
              })}
            </Table>
            {staged && <Stages of={staged.route} known={staged} close={() => setStaged(null)} />}
            {asked && (
              <Confirm title="Set the stage of this route?" deed="Set" act={(because, given) => set(asked, Number(given.get('stage')), because)} close={() => setAsked(null)}>
                <p>
                  <RouteName {...route(asked.route)} />
                </p>
                <ChoiceField
                  label="Stage"
                  at="stage"
                  first={String(asked.stage)}
                  options={[...asked.stages.map((_, at) => [String(at), `${at + 1} of ${asked.stages.length}`] as const), [String(asked.stages.length), 'passed: nothing is limited'] as const]}
                />
              </Confirm>
            )}
          </Section>
        );
      }}
    </Answer>
  );
}
