// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.gas.idempotency.KeptAnswers.CallersKey;
import io.settlement.gas.idempotency.KeptAnswers.Kept;
import io.settlement.kit.problem.ProblemWriter;
import io.settlement.kit.request.RepeatableBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A caller that sends a request again under the same Idempotency-Key gets the answer of the first
 * one. Comes after security: keys are each caller's own. Only what succeeded is kept; a refusal may
 * be otherwise next time.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final Set<String> PATHS = Set.of("/v1/quotes", "/v1/settlements");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final int LONGEST_BODY = 64 * 1024;

  private final KeptAnswers answers;
  private final ProblemWriter problems;

  IdempotencyFilter(KeptAnswers answers, ProblemWriter problems) {
    this.answers = answers;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HEADER) == null
        || !"POST".equals(request.getMethod())
        || !PATHS.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Principal caller = request.getUserPrincipal();
    String text = request.getHeader(HEADER);
    if (caller == null) {
      chain.doFilter(request, response);
      return;
    }
    if (!KEY.matcher(text).matches()) {
      problems.write(
          request,
          response,
          HttpStatus.BAD_REQUEST,
          "invalid-idempotency-key",
          "Idempotency-Key has 1 to 128 visible ASCII characters.");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      problems.write(
          request,
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "With Idempotency-Key a body has 64 KiB at most.");
      return;
    }
    CallersKey key = new CallersKey(caller.getName(), text);
    String hash = hash(request.getRequestURI(), body);
    if (answers.claim(key, hash)) {
      work(key, hash, new RepeatableBody(request, body), response, chain);
    } else {
      repeat(answers.find(key), hash, request, response);
    }
  }

  private void work(
      CallersKey key,
      String hash,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      chain.doFilter(request, answer);
      HttpStatus status = HttpStatus.resolve(answer.getStatus());
      if (status != null && status.is2xxSuccessful()) {
        String body = new String(answer.getContentAsByteArray(), UTF_8);
        answers.keep(
            key,
            hash,
            new Kept(hash, status.value(), answer.getHeader(HttpHeaders.LOCATION), body));
        kept = true;
      }
    } finally {
      if (!kept) {
        answers.giveUp(key, hash);
      }
      answer.copyBodyToResponse();
    }
  }

  private void repeat(
      @Nullable Kept kept, String hash, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (kept != null && !kept.request().equals(hash)) {
      problems.write(
          request,
          response,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency-key-reused",
          "This Idempotency-Key stands for another request of yours.");
      return;
    }
    if (kept == null || kept.status() == null || kept.body() == null) {
      problems.write(
          request,
          response,
          HttpStatus.CONFLICT,
          "idempotency-key-in-use",
          "The first request with this Idempotency-Key is not answered yet.");
      return;
    }
    response.setStatus(kept.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Idempotency-Replayed", "true");
    if (kept.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, kept.location());
    }
    response.getOutputStream().write(kept.body().getBytes(UTF_8));
  }

  private static String hash(String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(UTF_8));
      digest.update((byte) '\n');
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
