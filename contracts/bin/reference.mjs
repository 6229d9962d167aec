#!/usr/bin/env node
// Writes docs/contracts-reference.md: every event and error of the sources with the comment that stands above it.
//
//   node bin/reference.mjs            writes it
//   node bin/reference.mjs --check    fails when it is not what the sources say

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { CONTRACTS } from './tools.mjs';

const TARGET = join(dirname(CONTRACTS), 'docs', 'contracts-reference.md');
const HOLDER = /^(?:abstract )?(?:contract|interface|library) (\w+)/;
const ENTRY = /^\s+(event|error) (\w+)\(/;

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => file.endsWith('.sol'))
    .sort();
}

/** The text of `///` lines, tags turned into words. */
function sentence(comment) {
  return comment
    .map((line) => line.replace(/^\s*\/\/\/ ?/, ''))
    .join(' ')
    .replace(/@(notice|dev) /g, '')
    .replace(/@param (\w+)/g, '`$1`:')
    .replace(/\s+/g, ' ')
    .replace(/\|/g, '\\|')
    .trim();
}

function read(file) {
  const holders = [];
  let comment = [];
  let open;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\s*\/\/\//.test(line)) {
      comment.push(line);
      continue;
    }
    const holder = HOLDER.exec(line);
    if (holder) holders.push({ name: holder[1], says: sentence(comment), entries: [] });
    const entry = ENTRY.exec(line);
    if (entry) open = { kind: entry[1], name: entry[2], says: sentence(comment), text: '' };
    if (open) {
      open.text += ` ${line.trim()}`;
      if (line.includes(';')) {
        holders.at(-1).entries.push(open);
        open = undefined;
      }
    }
    comment = [];
  }
  return holders.filter((found) => found.entries.length > 0)
    .map((found) => ({ ...found, file: relative(CONTRACTS, file) }));
}

function signature(entry) {
  const inside = /\((.*)\)/.exec(entry.text.replace(/\s+/g, ' '))[1].trim();
  return `\`${entry.name}(${inside})\``;
}

function table(entries, kind) {
  const rows = entries.filter((entry) => entry.kind === kind);
  if (rows.length === 0) return [];
  return [`| ${kind} | |`, '|---|---|', ...rows.map((entry) => `| ${signature(entry)} | ${entry.says} |`), ''];
}

function page() {
  const lines = [
    '# Events and errors of the contracts',
    '',
    'Generated from the sources by `node contracts/bin/reference.mjs`; the build refuses it when it is out of date.',
    'What the contracts are for, who may do what and what always holds is in [contracts.md](contracts.md).',
    '',
  ];
  for (const holder of sources(join(CONTRACTS, 'src')).flatMap(read)) {
    lines.push(`## ${holder.name}`, '', `\`contracts/${holder.file}\`${holder.says ? `: ${holder.says}` : ''}`, '');
    lines.push(...table(holder.entries, 'event'), ...table(holder.entries, 'error'));
  }
  return `${lines.join('\n').trim()}\n`;
}

const now = page();
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, now);
} else {
  let written = '';
  try {
    written = readFileSync(TARGET, 'utf8');
  } catch {
    // Not written yet is out of date too.
  }
  if (written !== now) {
    console.error(`docs/${basename(TARGET)} does not say what the sources say.`);
    process.exitCode = 1;
  }
}
