// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Which web pages of others may call from a browser: none unless told, and never with cookies. */
@Configuration(proxyBeanMethods = false)
class Cors {

  /** Before anybody asks for a key: a browser asks beforehand, and without one. */
  @Bean
  FilterRegistrationBean<CorsFilter> pagesOfOthers(DoorSettings settings) {
    CorsConfiguration pages = new CorsConfiguration();
    pages.setAllowedOrigins(settings.cors().allowedOrigins());
    pages.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    pages.setAllowedHeaders(
        List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-None-Match",
            "Last-Event-ID",
            "X-API-Key",
            "X-Request-Id"));
    pages.setExposedHeaders(
        List.of(
            "ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id"));
    pages.setAllowCredentials(false);
    pages.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
    paths.registerCorsConfiguration("/v1/**", pages);
    FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(paths));
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 20);
    filter.setEnabled(!settings.cors().allowedOrigins().isEmpty());
    return filter;
  }
}
