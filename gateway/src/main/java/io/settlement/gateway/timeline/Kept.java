// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

/** What became of the lines of a message; stored by name. */
enum Kept {
  /** Among those of the messages that are on their way. */
  LIVE,
  /** In the archive, from where they come back when something new is told. */
  ARCHIVED,
  /** Gone; what the message came to stays, whatever is told. */
  FORGOTTEN
}
