// SPDX-License-Identifier: Apache-2.0

const STAGES = ['OBSERVED', 'FINAL', 'HELD', 'ADMITTED', 'DELIVERING', 'DELIVERED', 'EXPIRED', 'CALLING_BACK', 'PARKED'];

/** Addresses take a line each as they are: 0x1111…1111 is enough for people. */
function short(route) {
  return route.replace(/0x([0-9a-f]{4})[0-9a-f]+([0-9a-f]{4})/g, '0x$1…$2');
}

/** Rows of the board as text; stages that no message stands at are left out. */
export function table(rows) {
  const stages = STAGES.filter((stage) => rows.some((row) => row.stages[stage] > 0));
  const lines = [
    ['route', 'status', ...stages, 'settled', 'failed', 'refused'],
    ...rows.map((row) => [short(row.route), row.status, ...stages.map((stage) => row.stages[stage] ?? 0), row.settled, row.failed, row.refused]),
  ].map((cells) => cells.map(String));
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}
