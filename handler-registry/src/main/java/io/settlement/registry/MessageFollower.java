// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.MessageEvent;
import java.util.List;

/** Somebody who follows what the relayer tells of messages; the topic is read once for all. */
public interface MessageFollower {

  /** A poll, within its transaction; handling it again changes nothing. */
  void onMessages(List<MessageEvent> facts);
}
