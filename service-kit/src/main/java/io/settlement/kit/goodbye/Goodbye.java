// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.goodbye;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Tomcat answers 503 on connections that were kept open once it has begun to end, and no change of
 * endpoints closes these. So for a while before that every answer asks for another connection; the
 * client's next request goes to an instance that stays. Whoever has not asked for as long has
 * dropped its connection meanwhile.
 */
final class Goodbye implements Filter, SmartLifecycle, ApplicationListener<ContextClosedEvent> {
  private final Duration patience;
  private volatile long asked;
  private volatile long closingSince;
  private volatile boolean closing;
  private volatile boolean running;

  Goodbye(Duration patience) {
    this.patience = patience;
    this.asked = System.nanoTime() - patience.toNanos();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    asked = System.nanoTime();
    if (closing && response instanceof HttpServletResponse answer) {
      answer.setHeader("Connection", "close");
    }
    chain.doFilter(request, response);
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    closingSince = System.nanoTime();
    closing = true;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  /** Nobody is kept waiting when nobody has asked lately. */
  @Override
  public void stop(Runnable callback) {
    long begin = closing ? closingSince : System.nanoTime();
    Thread.ofVirtual()
        .name("goodbye")
        .start(
            () -> {
              try {
                while (left(begin) > 0 && left(asked) > 0) {
                  Thread.sleep(Duration.ofNanos(Math.min(left(begin), left(asked))));
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } finally {
                stop();
                callback.run();
              }
            });
  }

  private long left(long since) {
    return patience.toNanos() - (System.nanoTime() - since);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Just before the web server takes nothing more. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
  }
}
