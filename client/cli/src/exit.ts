// SPDX-License-Identifier: Apache-2.0

/** How a command ends; docs/cli.md lists them. */
export const Exit = {
  /** Done, and well. */
  DONE: 0,
  /** The API refused, or a transaction was reverted. */
  REFUSED: 1,
  /** Not understood, or something needed is not said. */
  USAGE: 2,
  /** Done, and what came of it is bad: the message failed, the report fails, the reserves do not prove. */
  BAD: 3,
  /** Nobody answered. */
  UNREACHABLE: 4,
} as const;

export type ExitCode = (typeof Exit)[keyof typeof Exit];
