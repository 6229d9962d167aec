/** What can be said of something typed without asking anybody. Each tells what is wrong, or nothing. */

export type Complaint = string | null;

export function chainName(text: string): Complaint {
  return /^[A-Za-z][A-Za-z0-9-]{0,30}$/.test(text)
    ? null
    : 'A name begins with a letter and has up to 31 letters, digits and hyphens.';
}

export function chainId(text: string): Complaint {
  const id = Number(text);
  return /^[1-9][0-9]*$/.test(text) && Number.isSafeInteger(id) ? null : 'A chain id is a whole number above 0.';
}

export function whole(text: string, least: number, most: number): Complaint {
  return /^[0-9]+$/.test(text) && Number(text) >= least && Number(text) <= most ? null : `A whole number from ${least} to ${most}.`;
}

export function address(text: string): Complaint {
  return /^0x[0-9a-fA-F]{40}$/.test(text) ? null : 'An address is 0x and 40 hexadecimal digits.';
}

export function handlerId(text: string): Complaint {
  return /^[A-Za-z][A-Za-z0-9-]{0,30}:0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})$/.test(text)
    ? null
    : `${text === '' ? 'It' : `“${text}”`} should look like Chain:0x….`;
}

export function url(text: string, schemes: readonly string[]): Complaint {
  const told = `An address that begins with ${schemes.map((one) => `${one}//`).join(' or ')}`;
  try {
    const parsed = new URL(text);
    return schemes.includes(parsed.protocol) && parsed.hostname !== '' ? null : `${told}.`;
  } catch {
    return `${told}.`;
  }
}

export function email(text: string): Complaint {
  return /^[^@\s]+@[^@\s]+$/.test(text) ? null : 'An e-mail address has an @ in it.';
}

export function filled(text: string): Complaint {
  return text.trim() === '' ? 'Something belongs here.' : null;
}

export function hex(text: string): Complaint {
  return /^0x([0-9a-fA-F]{2})*$/.test(text) ? null : 'Hexadecimal bytes after 0x.';
}

/** Only what leads to a page of the web may be followed: others wrote it. */
export function isWeb(address: string): boolean {
  return url(address, ['https:', 'http:']) === null;
}

/** Host and port as they were written, without user, path and query: those may hold a secret. */
export function host(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/?#]*@)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}
