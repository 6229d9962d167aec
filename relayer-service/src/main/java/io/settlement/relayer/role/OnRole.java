// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides {@link ConditionalOnRole} by {@code settlement.relayer.roles}; no list, no role. */
final class OnRole implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Role[] wanted =
        metadata.getAnnotations().get(ConditionalOnRole.class).getEnumArray("value", Role.class);
    return Arrays.stream(wanted).anyMatch(rolesOf(context.getEnvironment())::contains);
  }

  static Set<Role> rolesOf(Environment environment) {
    return Binder.get(environment)
        .bind("settlement.relayer.roles", Bindable.setOf(Role.class))
        .orElse(EnumSet.noneOf(Role.class));
  }
}
