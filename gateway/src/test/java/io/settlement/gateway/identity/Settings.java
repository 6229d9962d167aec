// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are unless told. */
final class Settings {
  private Settings() {}

  static IdentitySettings of(Path file) {
    return of(Map.of("settlement.gateway.api-keys-file", file.toString()));
  }

  static IdentitySettings of(Map<String, String> told) {
    return new Binder(new MapConfigurationPropertySource(told))
        .bind("settlement.gateway", IdentitySettings.class)
        .get();
  }
}
