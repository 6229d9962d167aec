import { Link, useParams } from 'react-router';
import { useTitle } from '../../parts/title';
import { Conformance } from './Conformance';

/** How a chain in use meets what is demanded, run after run. */
export default function ChainConformance() {
  const { chain = '' } = useParams();
  useTitle(`Conformance of ${chain}`);
  return (
    <>
      <p>
        <Link to="/chains">← Chains</Link>
      </p>
      <h1>Conformance of {chain}</h1>
      <Conformance base={`/v1/chains/${encodeURIComponent(chain)}/conformance`} />
    </>
  );
}
