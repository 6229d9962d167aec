import type { Demand, Demands, Found, Run, Verdict } from '../../api/onboarding';

const WORST: readonly Verdict[] = ['FAIL', 'UNKNOWN', 'WAIVED', 'PASS'];

export function isOver(run: Pick<Run, 'state'>): boolean {
  return run.state === 'FINISHED' || run.state === 'BROKEN_OFF';
}

/** What is not met first; among equals by requirement. */
export function worstFirst(findings: readonly Found[]): Found[] {
  return [...findings].sort(
    (a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict) || a.requirement.localeCompare(b.requirement),
  );
}

/** How many stand how, in words. */
export function tally(findings: readonly Pick<Found, 'verdict'>[]): string {
  const count = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict).length;
  return `${count('PASS')} met, ${count('FAIL')} broken, ${count('UNKNOWN')} not known`;
}

/** The areas that a run may look at alone, in the order of the requirements. */
export function areas(demands: readonly Demand[]): string[] {
  return [...new Set(demands.map((one) => one.area))];
}

/** A requirement's few words. */
export function title(demands: Demands | undefined, requirement: string): string {
  return demands?.items.find((one) => one.id === requirement)?.title ?? '';
}

/** What a handler is tried with, of fields as `trial.peer`; nothing for what was left empty. */
export function trialOf(given: FormData): Record<string, string | number> {
  const text = (name: string) => String(given.get(`trial.${name}`) ?? '').trim();
  const trial: Record<string, string | number> = {};
  for (const name of ['peer', 'message', 'send']) {
    if (text(name) !== '') trial[name] = text(name);
  }
  for (const name of ['payloadType', 'gas']) {
    if (text(name) !== '') trial[name] = Number(text(name));
  }
  return trial;
}

/** The two versions that are most often compared: the newest with the one before; null when there are no two. */
export function lastTwo(versions: readonly { version: number }[]): { from: number; to: number } | null {
  const [to, from] = versions.map((one) => one.version).sort((a, b) => b - a);
  return to === undefined || from === undefined ? null : { from, to };
}
