// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.settlement.gateway.door.AnswerBody.BrokenOff;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** An answer of which only the beginning is there when it begins to go to the caller. */
final class LongAnswer implements ServerResponse {
  private final ServerResponse answer;
  private Consumer<Optional<BrokenOff>> listener = end -> {};

  LongAnswer(ServerResponse answer) {
    this.answer = answer;
  }

  /** Who is to know how it ends: empty when the service had no part in that. */
  LongAnswer whenItEnds(Consumer<Optional<BrokenOff>> listener) {
    this.listener = listener;
    return this;
  }

  @Override
  public HttpStatusCode statusCode() {
    return answer.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    return answer.headers();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return answer.cookies();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws ServletException, IOException {
    Optional<BrokenOff> end = Optional.empty();
    try {
      return answer.writeTo(request, response, context);
    } catch (BrokenOff e) {
      end = Optional.of(e);
      BrokenAnswerFilter.tell(request);
      return null;
    } finally {
      listener.accept(end);
    }
  }
}
