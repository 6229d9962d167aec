// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import io.settlement.kit.problem.ProblemWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything needs a known caller, except health, metrics and the API's description. */
@AutoConfiguration(
    after = io.settlement.kit.defaults.DefaultsAutoConfiguration.class,
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
@EnableMethodSecurity
class SecurityAutoConfiguration {
  private static final String[] OPEN = {
    "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error"
  };

  @Bean
  AcceptedKeys acceptedKeys(SecuritySettings settings) {
    return new AcceptedKeys(InternalKeyFile.read(settings.internalKeyFile()));
  }

  /** Only who speaks for callers asks for it, and then needs a key that can sign. */
  @Bean
  @Lazy
  InternalTokens internalTokens(AcceptedKeys keys, Clock clock, SecuritySettings settings) {
    return new InternalTokens(InternalKey.firstSigner(keys.all()), clock, settings.tokenLifetime());
  }

  /** Whose tokens open this service. */
  record AcceptedKeys(List<InternalKey> all) {}

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(AcceptedKeys keys, Clock clock) {
    return new AnyOf(keys.all().stream().map(key -> decoder(key, clock)).toList());
  }

  private static JwtDecoder decoder(InternalKey key, Clock clock) {
    NimbusJwtDecoder decoder = key.decoder();
    // The issuer is a name; that it is no address would be found out anew with each request.
    decoder.setClaimSetConverter(
        MappedJwtClaimSetConverter.withDefaults(Map.of(JwtClaimNames.ISS, Object::toString)));
    JwtTimestampValidator timestamps = new JwtTimestampValidator();
    timestamps.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            timestamps,
            new JwtIssuerValidator(InternalTokens.ISSUER),
            new JwtClaimValidator<@org.jspecify.annotations.Nullable List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(InternalTokens.AUDIENCE))));
    return decoder;
  }

  /** Each filter of the chain measured by itself says nothing that the request's time does not. */
  @Bean
  SecurityObservationSettings requestsAreMeasuredAsAWhole() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @ConditionalOnMissingBean(SecurityFilterChain.class)
  SecurityFilterChain knownCallers(
      HttpSecurity http,
      JwtDecoder decoder,
      ObjectProvider<SecurityRules> rules,
      ProblemWriter problems) {
    AuthenticationEntryPoint unknown = unknown(problems);
    AccessDeniedHandler refused = refused(problems);
    return http.csrf(CsrfConfigurer::disable)
        .logout(LogoutConfigurer::disable)
        .requestCache(RequestCacheConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests -> {
              requests.requestMatchers(OPEN).permitAll();
              requests.requestMatchers(Rights::isBeyondReading).denyAll();
              rules.orderedStream().forEach(rule -> rule.apply(requests));
              requests.anyRequest().authenticated();
            })
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(new Rights(decoder))
                    .authenticationEntryPoint(unknown)
                    .accessDeniedHandler(refused))
        .exceptionHandling(
            exceptions -> exceptions.authenticationEntryPoint(unknown).accessDeniedHandler(refused))
        .build();
  }

  @Bean
  WebMvcConfigurer scopesAreAskedForFirst() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopesFirst());
      }
    };
  }

  private static AuthenticationEntryPoint unknown(ProblemWriter problems) {
    return (request, response, refusal) -> {
      response.setHeader("WWW-Authenticate", "Bearer");
      problems.write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "unauthenticated",
          "A valid bearer token is needed.");
    };
  }

  private static AccessDeniedHandler refused(ProblemWriter problems) {
    return (request, response, refusal) ->
        problems.write(
            request, response, HttpStatus.FORBIDDEN, "forbidden", "This caller may not do this.");
  }
}
