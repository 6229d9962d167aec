import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import { claimComplaints, claimOf, claimPlaces, firstClaim, signatureComplaint } from './claim';
import { hexOf, refusal, signed } from './wallet';

const ADDRESS = `0x${'ad'.repeat(20)}`;
const NOW = Date.parse('2026-11-22T14:00:00.345Z');

describe('a claim', () => {
  it('says everything of a token, or nothing', () => {
    const token = { ...firstClaim('Alpha'), address: ADDRESS, token: ADDRESS, artifact: 'TEST-BTC', hours: '6' };
    expect(claimComplaints(token)).toEqual({});
    expect(claimOf(token, '0x01', NOW)).toEqual({
      token: ADDRESS,
      decimals: 18,
      mode: 'MINT_BURN',
      artifact: 'TEST-BTC',
      nonce: '0x01',
      expiresAt: '2026-11-22T20:00:00.000Z',
    });
    const messages = { ...token, moves: 'messages' as const, token: 'nonsense' };
    expect(claimComplaints(messages)).toEqual({});
    expect(claimOf(messages, '0x01', NOW)).toMatchObject({ token: null, decimals: null, mode: null, artifact: null });
    expect(Object.keys(claimComplaints(firstClaim('Alpha')))).toEqual(['address', 'token', 'artifact']);
  });

  it('shows a refusal where it belongs', () => {
    const at = (code: string) => Object.keys(claimPlaces(new Problem(422, { code, detail: 'no' })));
    expect(at('not-the-owner')).toEqual(['signature']);
    expect(at('handler-taken')).toEqual(['address']);
    expect(at('checks-busy')).toEqual([]);
  });

  it('takes a signature in hexadecimal', () => {
    expect(signatureComplaint(` 0x${'5f'.repeat(65)} `)).toBeNull();
    for (const wrong of ['', '5f', '0x5', '0xzz']) expect(signatureComplaint(wrong)).not.toBeNull();
  });
});

describe('a wallet', () => {
  it('is asked to sign the bytes of the text by its first account', async () => {
    const asked: unknown[] = [];
    const request = (one: { method: string }) => {
      asked.push(one);
      return Promise.resolve(one.method === 'personal_sign' ? '0x5f' : [ADDRESS, '0x00']);
    };
    expect(await signed({ request }, 'Grüße\n')).toEqual({ account: ADDRESS, signature: '0x5f' });
    expect(asked.at(-1)).toEqual({ method: 'personal_sign', params: ['0x4772c3bcc39f650a', ADDRESS] });
    expect(hexOf('A')).toBe('0x41');
  });

  it('may refuse', async () => {
    await expect(signed({ request: () => Promise.resolve([]) }, 'x')).rejects.toThrow('no account');
    expect(refusal({ code: 4001, message: 'User rejected the request.' })).toBe('User rejected the request.');
    expect(refusal(undefined)).toBe('The wallet did not sign.');
  });
});
