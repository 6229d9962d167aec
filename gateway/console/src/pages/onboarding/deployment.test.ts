import { describe, expect, it } from 'vitest';
import type { ApplicationDetail } from '../../api/onboarding';
import { Problem } from '../../api/problem';
import { deploymentComplaints, deploymentDraft, deploymentOf, deploymentPlaces } from './deployment';

const address = (digits: string) => `0x${digits.repeat(20)}`;
const STATED = {
  chain: 'Gamma-Test',
  chainId: 4712,
  providers: [],
  settlement: address('61'),
  verifier: address('62'),
  gasService: address('63'),
  handlers: [{ address: address('66'), token: address('67'), decimals: 8, mode: 'LOCK_MINT', counterparts: [`Alpha:${address('11')}`, `Beta:${address('22')}`] }],
};
const APPLICATION = { paper: { providers: [{ url: 'https://rpc.gamma.example', webSocketUrl: null, operator: 'us' }] } } as unknown as ApplicationDetail;

describe('a deployment', () => {
  it('is told anew as it was told before', () => {
    expect(deploymentOf(deploymentDraft(STATED))).toEqual(STATED);
    expect(deploymentComplaints(deploymentDraft(STATED))).toEqual({});
  });

  it('leaves to the application what it does not say', () => {
    const draft = { ...deploymentDraft(STATED), chain: ' ', chainId: '' };
    expect(deploymentOf(draft)).toMatchObject({ chain: null, chainId: null, providers: [] });
  });

  it('complains at each field, and names the counterpart that is none', () => {
    expect(Object.keys(deploymentComplaints(deploymentDraft(undefined)))).toEqual(['settlement', 'verifier', 'gasService', 'handlers[0].address', 'handlers[0].token', 'handlers[0].counterparts']);
    const draft = deploymentDraft(STATED);
    const [handler] = draft.handlers;
    const wrong = deploymentComplaints({ ...draft, handlers: [{ ...handler!, decimals: '37', counterparts: `Alpha:${address('11')}\nBeta` }] });
    expect(wrong).toEqual({ 'handlers[0].decimals': 'A whole number from 0 to 36.', 'handlers[0].counterparts': '“Beta” should look like Chain:0x….' });
    expect(deploymentComplaints({ ...draft, handlers: [] })).toHaveProperty('handlers');
  });

  it('shows refusals at its own fields alone', () => {
    const draft = deploymentDraft(STATED);
    const hangs = new Problem(422, { code: 'provider-hangs', detail: 'rpc.gamma.example: no answer' });
    expect(deploymentPlaces(hangs, draft, APPLICATION)).toEqual({});
    const line = new Problem(400, { errors: [{ field: 'handlers[0].counterparts[1]', message: 'must not be null' }] });
    expect(deploymentPlaces(line, draft, APPLICATION)).toEqual({ 'handlers[0].counterparts': 'must not be null' });
  });
});
