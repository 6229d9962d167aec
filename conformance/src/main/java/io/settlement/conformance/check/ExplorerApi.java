// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An explorer's interface for programs, in the style of Etherscan. */
final class ExplorerApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_BYTES = 4_000_000;

  private final OkHttpClient client;
  private final HttpUrl url;

  ExplorerApi(Subject subject, URI api) {
    this.client = subject.node().client();
    this.url =
        Optional.ofNullable(HttpUrl.parse(api.toString()))
            .orElseThrow(
                () -> new Unanswered(Unanswered.Cause.UNREACHABLE, "no address of HTTP: " + api));
  }

  JsonNode get(String action, Map<String, String> more) {
    HttpUrl.Builder query =
        url.newBuilder()
            .addQueryParameter("module", "contract")
            .addQueryParameter("action", action);
    more.forEach(query::addQueryParameter);
    return answer(new Request.Builder().url(query.build()).build());
  }

  JsonNode post(String action, Map<String, String> more) {
    FormBody.Builder form = new FormBody.Builder().add("module", "contract").add("action", action);
    more.forEach(form::add);
    return answer(new Request.Builder().url(url).post(form.build()).build());
  }

  /** The verified source of a contract; empty when there is none. */
  String source(String address) {
    return get("getsourcecode", Map.of("address", address))
        .path("result")
        .path(0)
        .path("SourceCode")
        .asString("");
  }

  /** What is no JSON is an empty object: there is an answer, but not one for programs. */
  private JsonNode answer(Request request) {
    try (Response response = client.newCall(request).execute()) {
      byte[] body = Objects.requireNonNull(response.body()).byteStream().readNBytes(MOST_BYTES);
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    } catch (IOException e) {
      throw new Unanswered(
          Unanswered.Cause.UNREACHABLE,
          "the explorer at " + url.host() + " does not answer: " + e,
          e);
    }
  }
}
