// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;

/** Which scopes open an operation. */
public final class RequiredScopes {
  static final String PREFIX = "SCOPE_";
  private static final Pattern SCOPE = Pattern.compile(PREFIX + "([a-z:-]+)");

  private RequiredScopes() {}

  /** Those its {@code @PreAuthorize} names, of which one is enough; empty where it has none. */
  public static Set<String> of(HandlerMethod method) {
    PreAuthorize rule =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class);
    if (rule == null) {
      rule = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), PreAuthorize.class);
    }
    Set<String> scopes = new TreeSet<>();
    if (rule != null) {
      Matcher scope = SCOPE.matcher(rule.value());
      while (scope.find()) {
        scopes.add(scope.group(1));
      }
    }
    return scopes;
  }
}
