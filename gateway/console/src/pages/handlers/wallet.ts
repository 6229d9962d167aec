/** A wallet that the browser brings along, as EIP-1193 describes it. */
interface Wallet {
  request(asked: { method: string; params?: unknown[] }): Promise<unknown>;
}

declare global {
  interface Window {
    ethereum?: Wallet;
  }
}

export function wallet(): Wallet | null {
  return typeof window !== 'undefined' && typeof window.ethereum?.request === 'function' ? window.ethereum : null;
}

/** A text in the bytes that are signed. */
export function hexOf(text: string): string {
  return `0x${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** What the wallet's first account signs, and which account that is. */
export async function signed(by: Wallet, text: string): Promise<{ account: string; signature: string }> {
  const [account] = (await by.request({ method: 'eth_requestAccounts' })) as string[];
  if (account === undefined) throw new Error('The wallet has no account to sign with.');
  const signature = await by.request({ method: 'personal_sign', params: [hexOf(text), account] });
  if (typeof signature !== 'string') throw new Error('The wallet gave no signature.');
  return { account, signature };
}

/** The same of fields, as EIP-712 has them. */
export async function signedTyped(by: Wallet, typedData: unknown): Promise<{ account: string; signature: string }> {
  const [account] = (await by.request({ method: 'eth_requestAccounts' })) as string[];
  if (account === undefined) throw new Error('The wallet has no account to sign with.');
  const signature = await by.request({ method: 'eth_signTypedData_v4', params: [account, JSON.stringify(typedData)] });
  if (typeof signature !== 'string') throw new Error('The wallet gave no signature.');
  return { account, signature };
}

/** What a wallet's refusal says; they throw objects of their own. */
export function refusal(thrown: unknown): string {
  const said = (thrown as { message?: unknown } | null)?.message;
  return typeof said === 'string' && said !== '' ? said : 'The wallet did not sign.';
}
