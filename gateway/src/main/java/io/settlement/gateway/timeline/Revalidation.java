// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.kit.etag.Etags;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages that are asked for again and again. */
@Configuration(proxyBeanMethods = false)
class Revalidation {

  @Bean
  FilterRegistrationBean<Etags> etags() {
    return Etags.of("/v1/messages", "/v1/messages/summary", "/v1/messages/{txid}");
  }
}
