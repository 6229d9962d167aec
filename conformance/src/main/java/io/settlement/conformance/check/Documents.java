// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Node;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What a chain's team declares: whether it is there, and whether its pages answer. */
final class Documents {
  private final OkHttpClient client;
  private final Seen seen;

  /** Pages may send to other pages, nodes may not; both only to addresses that may be asked. */
  Documents(Subject subject, Seen seen) {
    Node node = subject.node();
    this.client = node.client().newBuilder().followRedirects(true).followSslRedirects(true).build();
    this.seen = seen;
  }

  /** Has to be declared. */
  void said(String what, Optional<?> declared) {
    String said = declared.map(Object::toString).orElse("").strip();
    if (said.isEmpty()) {
      seen.missing(what + " is not declared");
    } else {
      seen.that(what, "declared", true, said);
    }
  }

  /** Has to be declared, and to answer. */
  void answers(String what, Optional<URI> page) {
    if (page.isEmpty()) {
      seen.missing(what + " is not declared");
      return;
    }
    try (Response response =
        client.newCall(new Request.Builder().url(page.get().toURL()).build()).execute()) {
      seen.equal(what + " " + page.get(), "HTTP 200", "HTTP " + response.code());
    } catch (IOException | IllegalArgumentException e) {
      boolean nowhere = e instanceof UnknownHostException;
      seen.missing(what + " cannot be read: " + (nowhere ? "nobody knows its host" : e));
    }
  }
}
