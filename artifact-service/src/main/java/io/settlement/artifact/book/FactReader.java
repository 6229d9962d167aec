// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.MessageEvent;
import java.util.List;

/** Who else books what messages say, in the same transaction and after the {@link Bookkeeper}. */
@FunctionalInterface
public interface FactReader {

  /** What the chains said; possibly again. */
  void onMessages(List<MessageEvent> facts);
}
