// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The description of the service's API, at /v3/api-docs. */
@AutoConfiguration(after = org.springdoc.core.configuration.SpringDocConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(ObjectMapperProvider.class)
public class OpenApiAutoConfiguration {

  /** The last to be asked before swagger's own. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelConverter suiteSchemas(ObjectMapperProvider mappers) {
    return new SuiteSchemas(mappers.jsonMapper());
  }

  @Bean
  GlobalOpenApiCustomizer files() {
    return new Files();
  }

  @Bean
  GlobalOperationCustomizer scopes() {
    return new Scopes();
  }

  @Bean
  GlobalOperationCustomizer alternatives() {
    return new Alternatives();
  }
}
