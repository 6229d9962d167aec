// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/**
 * What the scopes of a token are worth, which depends on the request: a {@code viewer} sees what
 * operators see and changes nothing, an {@code approver} also agrees to what others ask for, an
 * {@code operator} also acts, an {@code admin} also manages keys. Whoever may do what operators do
 * with this request has {@code SCOPE_operator} for it.
 */
final class Rights implements AuthenticationManagerResolver<HttpServletRequest> {
  private static final String PREFIX = "SCOPE_";
  private static final SimpleGrantedAuthority OPERATOR =
      new SimpleGrantedAuthority(PREFIX + "operator");
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
  private static final String APPROVALS = "/v1/approvals/";

  private final AuthenticationManager reading;
  private final AuthenticationManager approving;
  private final AuthenticationManager changing;

  Rights(JwtDecoder decoder) {
    this.reading = with(decoder, Set.of("viewer", "approver", "admin"));
    this.approving = with(decoder, Set.of("approver", "admin"));
    this.changing = with(decoder, Set.of("admin"));
  }

  @Override
  public AuthenticationManager resolve(HttpServletRequest request) {
    if (!isChange(request)) {
      return reading;
    }
    return request.getRequestURI().startsWith(APPROVALS) ? approving : changing;
  }

  /** A change that somebody asks for who only reads. */
  static boolean isBeyondReading(HttpServletRequest request) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return isChange(request)
        && caller != null
        && caller.getPrincipal() instanceof Jwt
        && caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .noneMatch(one -> "SCOPE_partner".equals(one) || OPERATOR.getAuthority().equals(one));
  }

  private static boolean isChange(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod());
  }

  /** Those scopes are as good as operator. */
  private static AuthenticationManager with(JwtDecoder decoder, Set<String> asGood) {
    JwtGrantedAuthoritiesConverter told = new JwtGrantedAuthoritiesConverter();
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(
        token -> {
          Collection<GrantedAuthority> own = told.convert(token);
          Collection<GrantedAuthority> all = new LinkedHashSet<>(own);
          if (own.stream().anyMatch(one -> asGood.contains(scope(one)))) {
            all.add(OPERATOR);
          }
          return all;
        });
    JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
    provider.setJwtAuthenticationConverter(converter);
    return new ProviderManager(provider);
  }

  private static String scope(GrantedAuthority authority) {
    String text = String.valueOf(authority.getAuthority());
    return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
  }
}
