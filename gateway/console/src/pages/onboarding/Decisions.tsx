import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ApplicationDetail, Line } from '../../api/onboarding';
import { Problem } from '../../api/problem';
import { useGet } from '../../api/queries';
import type { Items } from '../../api/types';
import { words } from '../../format/names';
import { Answer } from '../../parts/blocks';
import { Confirm } from '../../parts/Confirm';
import { TextField } from '../../parts/fields';
import { useSession } from '../../session/session';
import { decisions, DOES, hurts, instantOf } from './procedure';

const ENDED = ['REJECTED', 'WITHDRAWN'];

/** What the procedure lets this caller decide now. */
export function Decisions({ of, path }: { of: ApplicationDetail; path: string }) {
  const { client, me } = useSession();
  const queries = useQueryClient();
  const procedure = useGet<Items<Line>>('/v1/onboarding/procedure');
  const [asked, setAsked] = useState<Line | null>(null);

  async function decide(line: Line, reason: string, given: FormData) {
    const at = line.action === 'SCHEDULE_CALL' ? instantOf(String(given.get('at') ?? '')) : null;
    if (line.action === 'SCHEDULE_CALL' && at === null) {
      throw new Problem(400, { title: 'No time', code: 'call-time-missing', errors: [{ field: 'at', message: 'A day and a time belong here.' }] });
    }
    const after = await client.change<ApplicationDetail>('POST', `${path}/decisions`, { action: line.action, reason, at });
    queries.setQueryData([path], after);
    await queries.invalidateQueries();
  }

  return (
    <Answer of={procedure} what="the procedure">
      {(found) => (
        <>
          <p className="actions">
            {decisions(found.items, of, me).map((line) => (
              <button key={line.action} type="button" className={hurts(line.action) ? 'danger' : ''} onClick={() => setAsked(line)}>
                {words(line.action)}…
              </button>
            ))}
            {ENDED.includes(of.stage) && of.owner === me.name && (
              <Link className="button primary" to={`/onboarding/apply?again=${of.id}`}>
                Apply again
              </Link>
            )}
          </p>
          {asked && (
            <Confirm
              key={asked.from + asked.action}
              title={`${words(asked.action)}: ${of.paper.chain}?`}
              deed={words(asked.action)}
              reason={asked.needsReason ? 'required' : 'optional'}
              longest={2000}
              hurts={hurts(asked.action)}
              act={(reason, given) => decide(asked, reason, given)}
              close={() => setAsked(null)}
            >
              <p>
                {words(asked.from)} → {words(asked.to)}. {DOES[asked.action]}
              </p>
              {asked.action === 'SCHEDULE_CALL' && (
                <TextField label="Day and time" at="at" type="datetime-local" required hint={`In your time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`} />
              )}
            </Confirm>
          )}
        </>
      )}
    </Answer>
  );
}
