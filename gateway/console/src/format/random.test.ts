import { describe, expect, it } from 'vitest';
import { word } from './random';

describe('a word', () => {
  it('is 32 bytes in hexadecimal', () => {
    expect(word((bytes) => bytes.fill(10))).toBe(`0x${'0a'.repeat(32)}`);
  });

  it('is another one each time', () => {
    expect(word()).toMatch(/^0x[0-9a-f]{64}$/);
    expect(word()).not.toBe(word());
  });
});
