/** What scopes come to. The service lists `operator` for everybody who sees what operators see. */
export function rights(scopes: readonly string[]): { isOperator: boolean; acts: boolean; approves: boolean } {
  const has = (scope: string) => scopes.includes(scope);
  const isOperator = has('operator') || has('admin');
  const acts = has('admin') || (has('operator') && !has('viewer') && !has('approver'));
  return { isOperator, acts, approves: acts || has('approver') };
}
