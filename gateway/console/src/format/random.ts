/** 32 bytes that nobody has used before, in hexadecimal. Works also where the page came without TLS. */
export function word(random = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => crypto.getRandomValues(bytes)): string {
  return `0x${[...random(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
