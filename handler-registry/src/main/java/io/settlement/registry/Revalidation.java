// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.kit.etag.Etags;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the book is asked for often and changes seldom. */
@Configuration(proxyBeanMethods = false)
class Revalidation {

  @Bean
  FilterRegistrationBean<Etags> etags() {
    return Etags.of(
        "/v1/chains",
        "/v1/chains/{name}",
        "/v1/handlers",
        "/v1/handlers/{chain}/{address}",
        "/v1/routes",
        "/v1/routes/probation",
        "/v1/validators",
        "/v1/validators/{chain}");
  }
}
