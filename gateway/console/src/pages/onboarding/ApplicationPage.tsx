import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ApplicationDetail } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import { words } from '../../format/names';
import { span } from '../../format/time';
import { Answer, Section, Table } from '../../parts/blocks';
import { useTitle } from '../../parts/title';
import { Badge, Time } from '../../parts/values';
import { Conformance } from '../conformance/Conformance';
import { Decisions } from './Decisions';
import { Deployments } from './Deployments';
import { Nodes } from './Nodes';
import { PaperFacts } from './PaperFacts';
import { NEXT, STAGES } from './procedure';
import { Steps } from './Steps';
import { Talk } from './Talk';

/** One application: what it says, where it stands, what was found, and what the caller may do about it. */
export default function ApplicationPage() {
  const { id = '' } = useParams();
  const path = `/v1/onboarding/applications/${encodeURIComponent(id)}`;
  const application = useGet<ApplicationDetail>(path, { every: 15_000 });
  useTitle(application.data ? `Onboarding of ${application.data.paper.chain}` : 'Onboarding');
  return (
    <>
      <p>
        <Link to="/onboarding">← Applications</Link>
      </p>
      <Answer of={application} what="the application">
        {(found) => <Detail key={found.id} of={found} path={path} />}
      </Answer>
    </>
  );
}

function Detail({ of, path }: { of: ApplicationDetail; path: string }) {
  // Said once for each change, to who does not see it.
  const [before] = useState(of.stage);
  return (
    <>
      <div className="head">
        <h1>{of.paper.chain}</h1>
        <Badge tone={STAGES[of.stage] ?? 'busy'}>{words(of.stage)}</Badge>
      </div>
      <p role="status" className="hidden">
        {of.stage === before ? '' : `It is now ${words(of.stage).toLowerCase()}.`}
      </p>
      <Section title="What is next">
        <p>{NEXT[of.stage]}</p>
        <Decisions of={of} path={path} />
      </Section>
      <PaperFacts of={of} />
      <Steps of={of} path={path} />
      <Deployments of={of} path={path} />
      <Conformance base={`${path}/conformance`} />
      <Nodes of={of} path={path} />
      <Stages of={of} />
      <Talk of={of} path={path} />
    </>
  );
}

function Stages({ of }: { of: ApplicationDetail }) {
  return (
    <Section title="Stages">
      <Table caption="Every stage it was in" head={['Stage', 'Since', 'Until', { number: 'Took' }]}>
        {of.stages.map((one) => (
          <tr key={one.stage + one.since}>
            <td>{words(one.stage)}</td>
            <td>
              <Time at={one.since} />
            </td>
            <td>{one.until === null ? 'now' : <Time at={one.until} />}</td>
            <td className="number">{span(one.seconds)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
