import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationDetail } from '../../api/onboarding';
import { words } from '../../format/names';
import { filled } from '../../format/checks';
import { Section, Table } from '../../parts/blocks';
import { LongField, placesOf } from '../../parts/fields';
import { Form } from '../../parts/Form';
import { Time } from '../../parts/values';
import { useSession } from '../../session/session';
import { collect } from './paper';

const LONGEST = 4000;

/** Everything that was done and said, and room to say more. */
export function Talk({ of, path }: { of: ApplicationDetail; path: string }) {
  const { client } = useSession();
  const queries = useQueryClient();
  const [text, setText] = useState('');

  async function say() {
    queries.setQueryData([path], await client.change<ApplicationDetail>('POST', `${path}/comments`, { text: text.trim() }));
    setText('');
  }

  return (
    <Section title="What was done and said">
      <Table caption="The application's audit" head={['When', 'Who', 'What', 'Said']}>
        {of.entries.map((one, place) => (
          <tr key={place}>
            <td>
              <Time at={one.at} />
            </td>
            <td>{one.actor}</td>
            <td>
              {words(one.action)}
              {one.step && <span className="muted"> {words(one.step)}</span>}
            </td>
            <td className="long">{one.said}</td>
          </tr>
        ))}
      </Table>
      <Form deed="Say it" busyDeed="Saying it…" complaints={() => collect([['text', filled(text)]])} places={placesOf} send={say}>
        <LongField label="Comment" at="text" value={text} change={setText} longest={LONGEST} rows={3} hint="Both sides read it; it cannot be taken back." />
      </Form>
    </Section>
  );
}
