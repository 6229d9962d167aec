/** The first and last digits of something hexadecimal; short things stay whole. */
export function abbreviated(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 8)}…${hex.slice(-4)}`;
}

/** A handler, `Chain:0x…`, apart. */
export function handler(id: string): { chain: string; address: string } {
  const colon = id.indexOf(':');
  return colon < 0 ? { chain: id, address: '' } : { chain: id.slice(0, colon), address: id.slice(colon + 1) };
}

/** A route, `Chain:0x…>Chain:0x…`, apart. */
export function route(id: string): { from: string; to: string } {
  const arrow = id.indexOf('>');
  return arrow < 0 ? { from: id, to: '' } : { from: id.slice(0, arrow), to: id.slice(arrow + 1) };
}

/** Why something was booked, `KIND:0x…:log@…`, apart. */
export function cause(text: string): { what: string; txHash: string | null } {
  const [, what = text, txHash = null] = /^([^:]+):(0x[0-9a-f]{64})/.exec(text) ?? [];
  return { what, txHash };
}

/** A word of the API, FIRST_SECOND or FirstSecond, as people read it. */
export function words(name: string): string {
  const spaced = /^[A-Z0-9_]+$/.test(name) ? name.replaceAll('_', ' ') : name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  const lower = spaced.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** What somebody typed into the search, as the API takes it; null when it can be none of it. */
export function searchable(text: string): string | null {
  const typed = text.trim();
  const isHash = /^(0[xX])?[0-9a-fA-F]{64}$/.test(typed);
  const isAddress = /^0[xX][0-9a-fA-F]{40}$/.test(typed);
  const isHandlerOrRoute = /^[^:\s]+:0[xX][0-9a-fA-F]+(>[^:\s]+:0[xX][0-9a-fA-F]+)?$/.test(typed);
  return isHash || isAddress || isHandlerOrRoute ? typed : null;
}
