import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { forDrawing, formatShort } from '../format/amount';
import { Table } from '../parts/blocks';
import { Amount } from '../parts/values';

export interface Leg {
  name: string;
  amount: string;
}

const ROW = 34;

/** Where a prepayment went, as bars; and as a table for who does not see them. */
export default function Legs({ legs, decimals }: { legs: Leg[]; decimals: number }) {
  if (legs.length === 0) return null;
  const bars = legs.map((leg) => ({ ...leg, drawn: forDrawing(leg.amount, decimals), text: formatShort(leg.amount, decimals) }));
  return (
    <figure className="chart">
      <figcaption className="hidden">Where the prepayment went</figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={bars.length * ROW + 10}>
          <BarChart data={bars} layout="vertical" margin={{ left: 0, right: 90, top: 0, bottom: 0 }} accessibilityLayer={false}>
            <XAxis type="number" hide domain={[0, 'dataMax']} />
            <YAxis type="category" dataKey="name" width={92} axisLine={false} tickLine={false} />
            <Bar dataKey="drawn" isAnimationActive={false} radius={4} minPointSize={2}>
              {bars.map((bar, place) => (
                <Cell key={bar.name} className={`series-${place % 6}`} />
              ))}
              <LabelList dataKey="text" position="right" />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>As a table</summary>
        <Table caption="Where the prepayment went" head={['Leg', { number: 'Amount' }]}>
          {legs.map((leg) => (
            <tr key={leg.name}>
              <td>{leg.name}</td>
              <td className="number">
                <Amount value={leg.amount} decimals={decimals} />
              </td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
