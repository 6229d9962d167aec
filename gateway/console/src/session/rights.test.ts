import { expect, it } from 'vitest';
import { rights } from './rights';

it.each([
  [['partner'], { isOperator: false, acts: false, approves: false }],
  [['operator', 'viewer'], { isOperator: true, acts: false, approves: false }],
  [['approver', 'operator'], { isOperator: true, acts: false, approves: true }],
  [['operator'], { isOperator: true, acts: true, approves: true }],
  [['admin', 'operator'], { isOperator: true, acts: true, approves: true }],
])('who has %s is offered what he may do', (scopes, expected) => {
  expect(rights(scopes)).toEqual(expected);
});
