import { describe, expect, it } from 'vitest';
import { forDrawing, formatShort, formatUnits, sum, thousandths, parseUnits } from './amount';

describe('amounts', () => {
  it('keep every digit of what no float could hold', () => {
    expect(formatUnits('123456789012345678901234567', 18)).toBe('123\u202f456\u202f789.012345678901234567');
  });

  it('have their point in place however small they are', () => {
    expect(formatUnits('1', 18)).toBe('0.000000000000000001');
    expect(formatUnits('0', 8)).toBe('0');
    expect(formatUnits('100000000', 8)).toBe('1');
    expect(formatUnits('42', 0)).toBe('42');
  });

  it('show that they are negative', () => {
    expect(formatUnits('-1500', 3)).toBe('\u22121.5');
    expect(formatShort('-1', 18)).toBe('>\u22120.000001');
  });

  it('are cut, not rounded, when shortened', () => {
    expect(formatShort('1999999999999999999', 18, 2)).toBe('1.99');
    expect(formatShort('1', 18)).toBe('<0.000001');
    expect(formatShort('0', 18)).toBe('0');
    expect(formatShort('15', 1)).toBe('1.5');
  });

  it('leave alone what is no amount', () => {
    expect(formatUnits('unlimited', 18)).toBe('unlimited');
  });

  it('add up beyond what numbers can', () => {
    expect(sum(['9007199254740993', null, '1', undefined])).toBe('9007199254740994');
  });

  it('are shares of a whole, never more than all of it', () => {
    expect(thousandths('1', '3')).toBe(333);
    expect(thousandths('5', '0')).toBe(0);
    expect(thousandths('9', '3')).toBe(1000);
    expect(thousandths('-1', '3')).toBe(0);
  });

  it('lie where they belong when drawn', () => {
    expect(forDrawing('1500000000000000000', 18)).toBe(1.5);
    expect(forDrawing('250', 2)).toBe(2.5);
  });
});

describe('an amount that is typed', () => {
  it('is counted in the smallest unit, whole', () => {
    expect(parseUnits(' 10 ', 8)).toBe('1000000000');
    expect(parseUnits('0.00000001', 8)).toBe('1');
    expect(parseUnits('123456789012345678901234567890.5', 1)).toBe('1234567890123456789012345678905');
    expect(parseUnits('7', 0)).toBe('7');
  });

  it('is refused when it is nothing, finer than the unit, or no amount', () => {
    for (const wrong of ['0', '0.0', '0.000000001', '1e3', '-1', '1,5', '', '.5']) expect(parseUnits(wrong, 8)).toBeNull();
  });
});
