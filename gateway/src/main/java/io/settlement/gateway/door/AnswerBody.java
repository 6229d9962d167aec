// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import static org.springframework.cloud.gateway.server.mvc.common.MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the caller. Its beginning is read before any of it goes on, so
 * that a service which falls silent there is refused as clearly as one that says nothing.
 */
final class AnswerBody extends FilterInputStream {
  /** Most of what is read first, in bytes; nearly all answers are shorter. */
  static final int BEGINNING = 128 * 1024;

  private AnswerBody(InputStream body) {
    super(body);
  }

  /** The service fell silent, or ended, in the middle of its answer. */
  static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff(IOException cause) {
      super(cause);
    }
  }

  /** Asks the service, and waits for the beginning of what it answers. */
  static ServerResponse begun(ServerRequest request, HandlerFunction<ServerResponse> service)
      throws Exception {
    ServerResponse answer = service.handle(request);
    InputStream body = MvcUtils.getAttribute(request, CLIENT_RESPONSE_INPUT_STREAM_ATTR);
    if (body == null) {
      return answer;
    }
    AnswerBody watched = new AnswerBody(body);
    byte[] beginning = watched.beginning();
    boolean isLong = beginning.length == BEGINNING;
    InputStream read = new ByteArrayInputStream(beginning);
    MvcUtils.putAttribute(
        request,
        CLIENT_RESPONSE_INPUT_STREAM_ATTR,
        isLong ? new SequenceInputStream(read, watched) : read);
    return isLong ? new LongAnswer(answer) : answer;
  }

  /** Closes the answer when it does not come: nobody else will. */
  private byte[] beginning() throws IOException {
    try {
      return readNBytes(BEGINNING);
    } catch (BrokenOff e) {
      try (this) {
        throw e;
      }
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }
}
