import type { ApplicationDetail } from '../../api/onboarding';
import { host, isWeb } from '../../format/checks';
import { Facts, Section, Table } from '../../parts/blocks';
import { Time } from '../../parts/values';

/** What the team said. Of its nodes only the host is shown: the rest may hold a secret. */
export function PaperFacts({ of }: { of: ApplicationDetail }) {
  const { paper } = of;
  return (
    <Section title="Application">
      <Facts
        of={[
          ['By', of.owner],
          ['Chain id', paper.chainId],
          ['Applied', <Time at={of.appliedAt} />],
          ['Call', of.callAt && <Time at={of.callAt} />],
          [
            'Contacts',
            paper.contacts.length === 0
              ? null
              : paper.contacts.map((one) => (
                  <div key={one.email}>
                    {one.name} <a href={`mailto:${encodeURIComponent(one.email)}`}>{one.email}</a>
                  </div>
                )),
          ],
          [
            'Documents',
            paper.documents.length === 0
              ? null
              : paper.documents.map((one) => (
                  <div key={one.kind + one.url}>
                    {isWeb(one.url) ? (
                      <a href={one.url} target="_blank" rel="noopener noreferrer">
                        {one.kind}
                      </a>
                    ) : (
                      `${one.kind}: ${one.url}`
                    )}
                  </div>
                )),
          ],
        ]}
      />
      {paper.providers.length > 0 && (
        <Table caption="Nodes that were named" head={['Run by', 'HTTP', 'WebSocket']}>
          {paper.providers.map((one) => (
            <tr key={one.url}>
              <td>{one.operator}</td>
              <td>{host(one.url)}</td>
              <td>{one.webSocketUrl === null ? '—' : host(one.webSocketUrl)}</td>
            </tr>
          ))}
        </Table>
      )}
      {paper.declaration !== null && paper.declaration !== undefined && (
        <details className="step">
          <summary>Declaration</summary>
          <pre tabIndex={0} aria-label="Declaration">
            {JSON.stringify(paper.declaration, null, 2)}
          </pre>
        </details>
      )}
    </Section>
  );
}
