import { Link, useSearchParams } from 'react-router';
import { query } from '../api/client';
import { useGet } from '../api/queries';
import { STAGES, type Items, type RouteState, type Stage, type Summary } from '../api/types';
import { route, words } from '../format/names';
import { TONES } from '../format/standing';
import { Answer, Facts, Nothing, Section, Table } from '../parts/blocks';
import { useNow } from '../parts/now';
import { useTitle } from '../parts/title';
import { Badge, RouteName, StatusBadge, Time } from '../parts/values';

const WINDOWS = { 'PT15M': 15, 'PT1H': 60, 'PT24H': 24 * 60, 'P7D': 7 * 24 * 60 } as const;
type Window = keyof typeof WINDOWS;
const NAMES: Record<Window, string> = { PT15M: '15 minutes', PT1H: 'Hour', PT24H: 'Day', P7D: 'Week' };
const LOOK = 3_000;
const MINUTE = 60_000;

interface RouteFlow {
  from: string;
  to: string;
  counts: Map<Stage, number>;
  all: number;
}

/** Routes with how many of their messages stand where; the busiest first. */
export function flows(summary: Summary): RouteFlow[] {
  const byRoute = new Map<string, RouteFlow>();
  for (const { route: ends, stage, messages } of summary.items) {
    const { from, to } = ends ?? { from: 'Unknown', to: 'Unknown' };
    const key = `${from}>${to}`;
    const flow = byRoute.get(key) ?? { from, to, counts: new Map<Stage, number>(), all: 0 };
    flow.counts.set(stage, (flow.counts.get(stage) ?? 0) + messages);
    flow.all += messages;
    byRoute.set(key, flow);
  }
  return [...byRoute.values()].sort((a, b) => b.all - a.all || a.from.localeCompare(b.from));
}

/** What moves over each route now. */
export default function Flow() {
  useTitle('Flow');
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('window');
  const window = asked !== null && asked in WINDOWS ? (asked as Window) : 'PT24H';
  const now = useNow();
  // To the minute, so that looks in between are the same question.
  const since = new Date(Math.floor(now / MINUTE) * MINUTE - WINDOWS[window] * MINUTE).toISOString();
  const summary = useGet<Summary>(`/v1/messages/summary${query({ since })}`, { every: LOOK });
  const routes = useGet<Items<RouteState>>('/v1/routes', { every: 30_000 });
  return (
    <>
      <h1>Flow</h1>
      <div className="filters">
        <label>
          Sent within the last
          <select value={window} onChange={(event) => setParameters({ window: event.target.value })}>
            {(Object.keys(WINDOWS) as Window[]).map((one) => (
              <option key={one} value={one}>
                {NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Answer of={summary} what="the flow">
        {(found) => <Flows summary={found} routes={routes.data?.items ?? []} />}
      </Answer>
    </>
  );
}

function Flows({ summary, routes }: { summary: Summary; routes: RouteState[] }) {
  const moving = flows(summary);
  const status = new Map(routes.map((one) => [one.route.toLowerCase(), one.status]));
  const idle = routes.filter((one) => !moving.some((flow) => `${flow.from}>${flow.to}`.toLowerCase() === one.route.toLowerCase()));
  const total = (tone: string) =>
    moving.flatMap((flow) => [...flow.counts]).reduce((all, [stage, count]) => all + (TONES[stage] === tone ? count : 0), 0);
  return (
    <>
      <Section title="All routes">
        <Facts
          of={[
            ['On their way', total('busy')],
            ['Waiting', total('waits')],
            ['Stopped', total('bad')],
            ['Settled', total('good')],
            ['Counted since', <Time at={summary.since} />],
          ]}
        />
        {!summary.complete && <p>There are more than could be counted: only the latest are.</p>}
      </Section>
      {moving.length === 0 && <Nothing>Nothing was sent in that time.</Nothing>}
      <div className="cards">
        {moving.map((flow) => {
          const id = `${flow.from}>${flow.to}`;
          const stands = status.get(id.toLowerCase());
          return (
            <section key={id} className="panel" aria-label={`Route ${id}`}>
              <header>
                <h2>
                  <RouteName from={flow.from} to={flow.to} />
                </h2>
                {stands && stands !== 'ACTIVE' && <StatusBadge status={stands} good={false} />}
              </header>
              <ul className="signers">
                {STAGES.filter((stage) => flow.counts.has(stage)).map((stage) => (
                  <li key={stage}>
                    <Link
                      to={`/messages${query({ route: id, stage })}`}
                      aria-label={`${flow.counts.get(stage)} messages: ${words(stage)}`}
                    >
                      {flow.counts.get(stage)}
                    </Link>{' '}
                    <Badge tone={TONES[stage]}>{words(stage)}</Badge>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {idle.length > 0 && (
        <Section title="Quiet routes">
          <Table caption="Routes nothing was sent over" head={['Route', 'Status']}>
            {idle.map((one) => (
              <tr key={one.route}>
                <td>
                  <RouteName {...route(one.route)} />
                </td>
                <td>
                  <StatusBadge status={one.status} good={one.status === 'ACTIVE'} />
                </td>
              </tr>
            ))}
          </Table>
        </Section>
      )}
    </>
  );
}
