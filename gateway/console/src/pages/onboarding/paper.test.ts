import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import { complaints, draftOf, empty, paperOf, places, Wishes, type Draft } from './paper';

const DRAFT: Draft = {
  chain: ' Gamma ',
  chainId: '4711',
  providers: [
    { url: 'https://rpc.gamma.example/key', webSocketUrl: '', operator: 'Gamma nodes' },
    { url: 'https://rpc.gamma.example.org', webSocketUrl: 'wss://gamma.example', operator: 'Nodes Ltd' },
  ],
  contacts: [{ name: 'Desk', email: 'desk@gamma.example' }],
  documents: [{ kind: 'audit', url: 'https://docs.gamma.example' }],
  declaration: '{"chain": {"name": "Gamma"}}',
};

const refused = (code: string, detail: string) => new Problem(422, { code, detail });

describe('an application', () => {
  it('is sent as the API takes it, and read back for another one', () => {
    const paper = paperOf(DRAFT);
    expect(paper).toMatchObject({ chain: 'Gamma', chainId: 4711, declaration: { chain: { name: 'Gamma' } } });
    expect(paper.providers[0]).toEqual({ url: 'https://rpc.gamma.example/key', webSocketUrl: null, operator: 'Gamma nodes' });
    expect(paperOf(draftOf(paper))).toEqual(paper);
    expect(paperOf({ ...DRAFT, declaration: ' ' }).declaration).toBeNull();
  });

  it('complains at every field that is wrong', () => {
    expect(complaints(DRAFT)).toEqual({});
    expect(Object.keys(complaints(empty()))).toEqual(['chain', 'chainId', 'providers[0].url', 'providers[0].operator', 'contacts[0].name', 'contacts[0].email']);
    const [first] = DRAFT.providers;
    const wrong = complaints({ ...DRAFT, declaration: '{', providers: [first!, { ...first!, webSocketUrl: 'https://x.example' }] });
    expect(Object.keys(wrong)).toEqual(['providers[1].url', 'providers[1].webSocketUrl', 'declaration']);
    expect(wrong['providers[1].url']).toBe('It is named already.');
    expect(complaints({ ...DRAFT, declaration: '[]' })['declaration']).toContain('object');
  });

  it('shows a refusal at the field it is about', () => {
    expect(places(refused('chain-name-not-prefix-safe', 'Gamma begins another'), DRAFT)).toEqual({ chain: 'Gamma begins another' });
    expect(places(refused('chain-id-taken', 'of another'), DRAFT)).toEqual({ chainId: 'of another' });
    expect(places(refused('too-many-applications', 'at most 10'), DRAFT)).toEqual({});
    const named = new Problem(400, { code: 'invalid-request', errors: [{ field: 'contacts[0].email', message: 'no address' }] });
    expect(places(named, DRAFT)).toEqual({ 'contacts[0].email': 'no address' });
  });

  it('shows a refusal of a node at that node, though one name begins the other', () => {
    const at = (detail: string, code = 'provider-hangs') => Object.keys(places(refused(code, detail), DRAFT));
    expect(at('rpc.gamma.example: no answer within PT3S')).toEqual(['providers[0].url']);
    expect(at('rpc.gamma.example.org: no answer within PT3S')).toEqual(['providers[1].url']);
    expect(at('rpc.gamma.example answers chain id 1 instead of 4711', 'provider-of-another-chain')).toEqual(['providers[0].url']);
    expect(at('somebody else')).toEqual([]);
    expect(Object.keys(places(refused('provider-hangs', 'it hangs'), { providers: DRAFT.providers.slice(0, 1) }))).toEqual(['providers[0].url']);
  });

  it('keeps its key as long as it is the same', () => {
    let made = 0;
    const wishes = new Wishes(() => `key-${++made}`);
    expect(wishes.keyOf({ chain: 'Gamma' })).toBe('key-1');
    expect(wishes.keyOf({ chain: 'Gamma' })).toBe('key-1');
    expect(wishes.keyOf({ chain: 'Delta' })).toBe('key-2');
  });
});
