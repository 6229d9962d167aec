// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

/** Topics are missing, or lose facts that they should keep. */
final class TopicsDiffer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicsDiffer(String sentence) {
    super(sentence);
  }
}
