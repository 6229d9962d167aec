import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../api/problem';

export interface Deed {
  busy: boolean;
  problem: Problem | null;
  /** Tells whether it was done. */
  run: (deed: () => Promise<unknown>) => Promise<boolean>;
}

/** Does something at a press of a button. Afterwards, and when something changed meanwhile, everything is asked anew. */
export function useDeed(): Deed {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      await deed();
      void queries.invalidateQueries();
      return true;
    } catch (thrown) {
      const refusal = Problem.from(thrown);
      setProblem(refusal);
      if (refusal.isStale) void queries.invalidateQueries();
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, run };
}
