import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { forDrawing, formatUnits } from '../format/amount';
import { local } from '../format/time';
import { Nothing, Table } from '../parts/blocks';
import { Amount, Time } from '../parts/values';

export interface Point {
  at: string;
  /** Amounts by the line's name. */
  amounts: Record<string, string>;
}

const DASHES = ['', '7 4', '2 3', '10 3 2 3', '4 2', '1 4'];
const SHORT = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
const COMPACT = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 2 });

/** Amounts over time, each line with its own dashes; and as a table. */
export default function Lines({ points, decimals, title }: { points: Point[]; decimals: number; title: string }) {
  const names = [...new Set(points.flatMap((point) => Object.keys(point.amounts)))];
  if (names.length === 0) return <Nothing>Nothing was booked in that time.</Nothing>;
  const drawn = points.map((point) => ({
    time: new Date(point.at).getTime(),
    amounts: point.amounts,
    ...Object.fromEntries(names.map((name, place) => [`line${place}`, forDrawing(point.amounts[name] ?? '0', decimals)])),
  }));
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={260}>
          <LineChart data={drawn} margin={{ left: 0, right: 16, top: 8, bottom: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} />
            <XAxis
              dataKey="time"
              type="number"
              domain={['dataMin', 'dataMax']}
              tickFormatter={(time: number) => SHORT.format(time)}
              minTickGap={60}
            />
            <YAxis width={64} tickFormatter={(amount: number) => COMPACT.format(amount)} />
            <Tooltip
              isAnimationActive={false}
              content={({ payload }) => {
                const point = payload?.[0]?.payload as (typeof drawn)[number] | undefined;
                return point ? (
                  <div className="panel">
                    {local(new Date(point.time).toISOString())}
                    {names.map((name) => (
                      <div key={name}>
                        {name}: {formatUnits(point.amounts[name] ?? '0', decimals)}
                      </div>
                    ))}
                  </div>
                ) : null;
              }}
            />
            {names.map((name, place) => (
              <Line
                key={name}
                className={`series-${place % 6}`}
                dataKey={`line${place}`}
                name={name}
                type="stepAfter"
                dot={false}
                strokeWidth={2}
                strokeDasharray={DASHES[place % 6] ?? ''}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
        <ul className="legend">
          {names.map((name, place) => (
            <li key={name} className={`series-${place % 6}`}>
              <svg width="34" height="8">
                <line x1="0" y1="4" x2="34" y2="4" strokeWidth="3" strokeDasharray={DASHES[place % 6]} />
              </svg>{' '}
              {name}
            </li>
          ))}
        </ul>
      </div>
      <details>
        <summary>As a table</summary>
        <Table caption={title} head={['When', ...names.map((name) => ({ number: name }))]}>
          {points.map((point) => (
            <tr key={point.at}>
              <td>
                <Time at={point.at} />
              </td>
              {names.map((name) => (
                <td key={name} className="number">
                  <Amount value={point.amounts[name] ?? '0'} decimals={decimals} />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
