// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The providers of a chain tell different things and too few tell the same. Nothing may be
 * concluded from either; a human has to look who lies.
 */
public final class Disagreement extends ChainException {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String> views;

  /**
   * @param question what they were asked
   * @param views what each said, in short, by the provider's name
   */
  public Disagreement(String question, Map<String, String> views) {
    super(
        question
            + ": "
            + views.entrySet().stream()
                .map(view -> view.getKey() + " says " + view.getValue())
                .collect(Collectors.joining(", ")));
    this.views = new LinkedHashMap<>(views);
  }

  /** What each provider said, in short, by its name. */
  public Map<String, String> views() {
    return Collections.unmodifiableMap(views);
  }
}
