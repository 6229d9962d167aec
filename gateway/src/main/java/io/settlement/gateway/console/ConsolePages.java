// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import io.settlement.kit.security.SecurityRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the console below /console/. Its files tell nothing; what they show is asked for with the
 * caller's own key. Which page an address means is decided in the browser, so every address that is
 * no file is the one page.
 */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
  private static final String FILES = "classpath:/static/console/";

  private final String policy;

  ConsolePages(SignInController signIn) {
    this.policy = policy(signIn.origins());
  }

  /**
   * Only what the gateway itself served may run or be shown, only it and the issuer at which one
   * signs in be asked; nobody may frame it.
   */
  private static String policy(Set<String> origins) {
    String asked =
        Stream.concat(Stream.of("'self'"), origins.stream()).collect(Collectors.joining(" "));
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " connect-src %s; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
            .formatted(asked);
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/console", "/console/");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/console/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new PathResourceResolver());
    registry
        .addResourceHandler("/console/", "/console/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new OnePage());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Policy(policy)).addPathPatterns("/console", "/console/**");
  }

  @Bean
  SecurityRules anybodyMayLoadTheConsole() {
    String[] paths = {"/console", "/console/**"};
    return rules -> {
      rules.requestMatchers(HttpMethod.GET, paths).permitAll();
      rules.requestMatchers(HttpMethod.HEAD, paths).permitAll();
    };
  }

  private static final class OnePage extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = path.isEmpty() ? null : super.getResource(path, location);
      return file == null ? super.getResource("index.html", location) : file;
    }
  }

  private record Policy(String policy) implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Referrer-Policy", "no-referrer");
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      return true;
    }
  }
}
