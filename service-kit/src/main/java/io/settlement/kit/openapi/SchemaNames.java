// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * A nested body is called by what it is nested in too, unless its own name says it: the {@code
 * RateView} of {@code PriceController} is {@code PriceRateView}. Events are called by their own
 * names, as on their topics.
 */
final class SchemaNames extends TypeNameResolver {

  @Override
  protected String getNameOfClass(Class<?> type) {
    String name = type.getSimpleName();
    Class<?> outer = type.getEnclosingClass();
    if (outer == null || outer.isInterface()) {
      return name;
    }
    String subject =
        outer
            .getSimpleName()
            .replaceFirst("Controller$|View$", "")
            .replaceFirst("(..[^s])s$", "$1");
    return name.contains(subject) ? name : subject + name;
  }
}
