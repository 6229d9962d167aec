// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;

/** The broker does not let this service in, or shows a certificate that this service refuses. */
final class KafkaRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern USER = Pattern.compile("username=\"?([^\"\\s;]+)");

  KafkaRefused(String brokers, Map<String, Object> config, AuthenticationException reason) {
    super(
        "Kafka at %s and this service%s do not trust each other (%s): %s"
            .formatted(
                brokers,
                user(config),
                config.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT"),
                reason.getMessage()),
        reason);
  }

  /** The name alone: what stands beside it is its password. */
  private static String user(Map<String, Object> config) {
    Object login = config.get(SaslConfigs.SASL_JAAS_CONFIG);
    Matcher name = USER.matcher(String.valueOf(login));
    return name.find() ? ", as user " + name.group(1) + "," : "";
  }
}
