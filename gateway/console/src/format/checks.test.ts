import { describe, expect, it } from 'vitest';
import * as check from './checks';

describe('what is typed', () => {
  it('is a chain’s name as contracts take it', () => {
    expect(check.chainName('Gamma-2')).toBeNull();
    for (const wrong of ['', '2Gamma', 'Gam ma', 'G'.repeat(32)]) expect(check.chainName(wrong)).not.toBeNull();
  });

  it('is a chain id that a number can hold', () => {
    expect(check.chainId('4711')).toBeNull();
    for (const wrong of ['', '0', '-1', '1.5', '1e3', '9007199254740993']) expect(check.chainId(wrong)).not.toBeNull();
  });

  it('is an address or a handler of one', () => {
    const address = `0x${'aB'.repeat(20)}`;
    expect(check.address(address)).toBeNull();
    expect(check.address(address.slice(0, -1))).not.toBeNull();
    expect(check.handlerId(`Alpha:${address}`)).toBeNull();
    expect(check.handlerId(`Bitcoin:0x${'ab'.repeat(32)}`)).toBeNull();
    expect(check.handlerId(address)).toContain(address);
  });

  it('is the address of a node', () => {
    expect(check.url('https://rpc.example/v1?key=1', ['https:', 'http:'])).toBeNull();
    for (const wrong of ['', 'rpc.example', 'ftp://rpc.example', 'https://']) {
      expect(check.url(wrong, ['https:', 'http:'])).toBe('An address that begins with https:// or http://.');
    }
  });

  it('of others is followed to the web alone', () => {
    expect(check.isWeb('https://docs.example/finality')).toBe(true);
    expect(check.isWeb('javascript:alert(1)')).toBe(false);
    expect(check.isWeb('data:text/html,x')).toBe(false);
  });

  it('shows its host and none of its secrets', () => {
    expect(check.host('https://user:secret@rpc.example:8545/key?token=1')).toBe('rpc.example:8545');
    expect(check.host('http://[::1]:8545/')).toBe('[::1]:8545');
    expect(check.host('nonsense')).toBe('nonsense');
  });
});
