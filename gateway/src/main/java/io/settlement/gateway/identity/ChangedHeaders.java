// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request some of whose headers say something else; an empty text takes a header away. */
final class ChangedHeaders extends HttpServletRequestWrapper {
  private final Map<String, String> changes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ChangedHeaders(HttpServletRequest request, Map<String, String> changes) {
    super(request);
    this.changes.putAll(changes);
  }

  @Override
  public @Nullable String getHeader(String name) {
    String changed = changes.get(name);
    if (changed == null) {
      return super.getHeader(name);
    }
    return changed.isEmpty() ? null : changed;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String changed = changes.get(name);
    if (changed == null) {
      return super.getHeaders(name);
    }
    return Collections.enumeration(changed.isEmpty() ? List.of() : List.of(changed));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Collections.list(super.getHeaderNames()));
    changes.forEach(
        (name, value) -> {
          names.remove(name);
          if (!value.isEmpty()) {
            names.add(name);
          }
        });
    return Collections.enumeration(names);
  }
}
