// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.etag;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers to GET carry an ETag of their bytes; who sends it back as {@code If-None-Match} is told
 * 304 without a body when nothing has changed. It saves the way, not the work.
 */
public final class Etags extends ShallowEtagHeaderFilter {
  private final List<PathPattern> paths;

  private Etags(List<PathPattern> paths) {
    this.paths = paths;
  }

  /**
   * For these paths, as a bean.
   *
   * @param patterns path patterns; none of an answer without an end, for it is kept until then
   */
  public static FilterRegistrationBean<Etags> of(String... patterns) {
    return new FilterRegistrationBean<>(
        new Etags(Arrays.stream(patterns).map(PathPatternParser.defaultInstance::parse).toList()));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return !HttpMethod.GET.matches(request.getMethod())
        || paths.stream().noneMatch(pattern -> pattern.matches(path));
  }

  /** What belongs to one caller may be kept by him alone, and is asked for again each time. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    super.doFilterInternal(request, response, chain);
  }
}
