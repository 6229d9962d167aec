import type { Demands } from '../../api/onboarding';
import { useGet } from '../../api/queries';
import { Answer } from '../../parts/blocks';
import { Reports } from './Reports';
import { Runs } from './Runs';
import { Waivers } from './Waivers';

/**
 * Runs of the suite, their reports and what was waived: of an application, of a chain in use or of a handler.
 *
 * @param base the API's address of it, as `/v1/chains/Alpha/conformance`
 * @param tried whether it is a handler, which is tried as a whole
 */
export function Conformance({ base, tried = false }: { base: string; tried?: boolean }) {
  const demands = useGet<Demands>(base);
  return (
    <Answer of={demands} what="what is demanded">
      {(found) => (
        <>
          <Runs base={base} demands={found} tried={tried} />
          <Reports base={base} />
          <Waivers base={base} demands={found} />
        </>
      )}
    </Answer>
  );
}
