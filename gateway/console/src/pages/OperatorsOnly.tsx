export function OperatorsOnly() {
  return <p>This page is for operators. Your key does not have the scope operator.</p>;
}
