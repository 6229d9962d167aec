import { useQueryClient } from '@tanstack/react-query';
import type { Probation } from '../../api/onboarding';
import { Problem } from '../../api/problem';
import { useArtifactOf, useDecimals } from '../../api/queries';
import { formatUnits, parseUnits } from '../../format/amount';
import { route } from '../../format/names';
import { Confirm } from '../../parts/Confirm';
import { LongField } from '../../parts/fields';
import { RouteName } from '../../parts/values';
import { useSession } from '../../session/session';

/** Puts a route on probation, or gives it other stages. */
export function Stages({ of, known, close }: { of: string; known: Probation | undefined; close: () => void }) {
  const { client } = useSession();
  const queries = useQueryClient();
  const decimals = useDecimals();
  const artifact = useArtifactOf();
  const { from, to } = route(of);
  const digits = decimals(from) ?? 0;

  async function put(because: string, given: FormData) {
    const typed = String(given.get('stages') ?? '')
      .split('\n')
      .map((one) => one.replaceAll(/\s/g, ''))
      .filter((one) => one !== '');
    const stages = typed.map((one) => parseUnits(one, digits));
    const wrong = stages.indexOf(null);
    if (wrong >= 0 || stages.length === 0) {
      const message = stages.length === 0 ? 'At least one stage.' : `“${typed[wrong]}” is no amount with at most ${digits} digits after the point.`;
      throw new Problem(400, { title: 'No such stages', detail: message, code: 'invalid-stages', errors: [{ field: 'stages', message }] });
    }
    await client.change('PUT', '/v1/routes/probation', { from, to, stages, because });
    await queries.invalidateQueries();
  }

  return (
    <Confirm title={known ? 'Give this route other stages?' : 'Put this route on probation?'} deed={known ? 'Give' : 'Put'} act={put} close={close}>
      <p>
        <RouteName from={from} to={to} />
      </p>
      <LongField
        label={`What may pass in a window at each stage${artifact(from) === '' ? '' : `, in ${artifact(from)}`}`}
        at="stages"
        first={known?.stages.map((one) => formatUnits(one, digits)).join('\n') ?? ''}
        rows={4}
        code
        required
        hint="One on a line, the smallest first. Clean days lead from one to the next; after the last, nothing is limited."
      />
    </Confirm>
  );
}
