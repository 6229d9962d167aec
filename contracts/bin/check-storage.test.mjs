import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, layoutOf } from './check-storage.mjs';

const word = (name, slot, type = 'uint256', offset = 0) => ({ name, slot, offset, type, bytes: 32 });
const RECORDED = [word('first', 0), word('second', 1)];

test('the same layout has no problem', () => {
  assert.deepEqual(compare(RECORDED, structuredClone(RECORDED)), { appended: [] });
});

test('an appended variable is named', () => {
  assert.deepEqual(compare(RECORDED, [...RECORDED, word('third', 2)]), { appended: ['third'] });
});

test('a variable that moved, changed its type or name, or is gone is a problem', () => {
  const broken = {
    'uint256 first at slot 0, byte 0 became uint256 zeroth at slot 0, byte 0': [word('zeroth', 0), ...RECORDED],
    'uint256 second at slot 1, byte 0 became address second at slot 1, byte 0': [RECORDED[0], word('second', 1, 'address')],
    'uint256 second at slot 1, byte 0 became uint256 second at slot 2, byte 0': [RECORDED[0], word('second', 2)],
    'second (slot 1) is gone': [RECORDED[0]],
  };
  for (const [problem, layout] of Object.entries(broken)) assert.equal(compare(RECORDED, layout).problem, problem);
});

test('a changed member of a struct in a mapping is a problem, the compiler\'s node numbers are none', () => {
  const compiled = (node, member) => layoutOf({
    storage: [{ label: 'records', slot: '0', offset: 0, type: `t_mapping(t_uint256,t_struct(Record)${node}_storage)` }],
    types: {
      [`t_mapping(t_uint256,t_struct(Record)${node}_storage)`]: {
        label: 'mapping(uint256 => struct Record)', numberOfBytes: '32',
        key: 't_uint256', value: `t_struct(Record)${node}_storage`,
      },
      [`t_struct(Record)${node}_storage`]: {
        label: 'struct Record', numberOfBytes: '32', members: [{ label: 'status', slot: '0', offset: 0, type: member }],
      },
      t_uint256: { label: 'uint256', numberOfBytes: '32' },
      t_uint8: { label: 'uint8', numberOfBytes: '1' },
    },
  });
  assert.deepEqual(compare(compiled(17, 't_uint8'), compiled(18, 't_uint8')), { appended: [] });
  assert.match(compare(compiled(17, 't_uint8'), compiled(17, 't_uint256')).problem, /^the inside of mapping/);
});
