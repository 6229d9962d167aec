// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what follows from the roles, before any bean exists: which Kafka functions run (those of
 * {@code settlement.relayer.functions.<role>}), and the validator's address, by which its consumer
 * group is named. The address is the keystore's own label; the key must match it when it is opened.
 */
public final class RoleEnvironment implements EnvironmentPostProcessor, Ordered {
  /** Where the validator's address can be read as a property. */
  public static final String VALIDATOR_ADDRESS = "settlement.relayer.validator.address";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    Map<String, Object> derived = new HashMap<>();
    Set<Role> roles = OnRole.rolesOf(environment);
    derived.put("spring.cloud.function.definition", functions(environment, roles));
    String address = roles.contains(Role.VALIDATOR) ? validatorAddress(environment) : null;
    if (address != null) {
      derived.put(VALIDATOR_ADDRESS, address);
    }
    environment.getPropertySources().addLast(new MapPropertySource("relayer roles", derived));
  }

  /** After the configuration files were read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static String functions(ConfigurableEnvironment environment, Set<Role> roles) {
    return roles.stream()
        .map(role -> "settlement.relayer.functions." + role.name().toLowerCase(Locale.ROOT))
        .map(property -> environment.getProperty(property, ""))
        .flatMap(names -> Stream.of(names.split(";")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining(";"));
  }

  private static @Nullable String validatorAddress(ConfigurableEnvironment environment) {
    String keystore = environment.getProperty("settlement.relayer.validator.keystore");
    if (keystore == null) {
      return null;
    }
    try {
      JsonNode address = JSON.readTree(Path.of(keystore).toFile()).path("address");
      return address.isString() ? withPrefix(address.stringValue()) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String withPrefix(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("0x") ? lower : "0x" + lower;
  }
}
