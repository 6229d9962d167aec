import { describe, expect, it } from 'vitest';
import { abbreviated, cause, handler, route, searchable, words } from './names';

const HASH = 'ab'.repeat(32);
const ADDRESS = '0x' + '12'.repeat(20);

describe('names', () => {
  it('of many digits are shortened in the middle', () => {
    expect(abbreviated('0x' + HASH)).toBe('0xababab…abab');
    expect(abbreviated('0x1234')).toBe('0x1234');
  });

  it('of handlers and routes fall apart', () => {
    expect(handler('Alpha:0x11')).toEqual({ chain: 'Alpha', address: '0x11' });
    expect(route('Alpha:0x11>Beta:0x22')).toEqual({ from: 'Alpha:0x11', to: 'Beta:0x22' });
  });

  it('of causes carry their transaction', () => {
    expect(cause(`DELIVERY:0x${HASH}:1@ebb972b46ab5fba0`)).toEqual({ what: 'DELIVERY', txHash: `0x${HASH}` });
    expect(cause('MARGIN')).toEqual({ what: 'MARGIN', txHash: null });
  });

  it('of the API become words', () => {
    expect(words('WAITING_FOR_GAS')).toBe('Waiting for gas');
    expect(words('MessageObserved')).toBe('Message observed');
  });
});

describe('what can be searched for', () => {
  it.each([`0x${HASH}`, HASH, ADDRESS, `Alpha:${ADDRESS}`, `Alpha:${ADDRESS}>Beta:${ADDRESS}`, `  ${ADDRESS} `])(
    'is %s',
    (text) => expect(searchable(text)).toBe(text.trim()),
  );

  it.each(['', 'hello', '0x12', 'Alpha', 'Alpha:', '0x' + 'g'.repeat(40)])('is not "%s"', (text) =>
    expect(searchable(text)).toBeNull(),
  );
});
