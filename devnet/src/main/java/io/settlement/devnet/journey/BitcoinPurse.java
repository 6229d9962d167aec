// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wallet of the world's Bitcoin node: whoever pays with it can also mine. */
public final class BitcoinPurse {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DECIMALS = 8;
  private static final Pattern BUSY = Pattern.compile("Scan already in progress");
  private static final long BETWEEN_TRIES = 100;

  private final URI url;
  private final String login;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Of a node. */
  public BitcoinPurse(URI url, String user, String password) {
    this.url = url;
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.login = "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Of a world's node. */
  public static BitcoinPurse of(WorldFile.Bitcoin bitcoin) {
    return new BitcoinPurse(bitcoin.rpcUrl(), bitcoin.user(), bitcoin.password());
  }

  /** Where it is. */
  public URI url() {
    return url;
  }

  /** A new address of its own. */
  public String address() {
    return call("getnewaddress").asString();
  }

  /** Mines blocks with what waits; the rewards are its own. */
  public void mine(int blocks) {
    call("generatetoaddress", blocks, address());
  }

  /** Mines blocks with nothing in them. */
  public void mineEmpty(int blocks) {
    for (int i = 0; i < blocks; i++) {
      call("generateblock", address(), List.of());
    }
  }

  /** Takes the newest blocks back; what they held waits again. */
  public void takeBack(int blocks) {
    long height = call("getblockcount").asLong();
    call("invalidateblock", call("getblockhash", height - blocks + 1).asString());
  }

  /** Pays, and says with which transaction. */
  public String pay(String address, long satoshi) {
    return call("sendtoaddress", address, coins(satoshi)).asString();
  }

  /** Satoshi that an address was paid in blocks. */
  public long received(String address) {
    return satoshi(call("getreceivedbyaddress", address, 1));
  }

  /** Satoshi that the unspent outputs of a descriptor hold together. */
  public long held(String descriptor, int range) {
    String checked = call("getdescriptorinfo", descriptor).path("descriptor").asString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        JsonNode found =
            call("scantxoutset", "start", List.of(Map.of("desc", checked, "range", range)));
        return satoshi(found.path("total_amount"));
      } catch (Failure e) {
        // A node scans for one asker at a time, and the services ask it too.
        if (!BUSY.matcher(String.valueOf(e.getMessage())).find() || System.nanoTime() > deadline) {
          throw e;
        }
        Pause.millis(BETWEEN_TRIES);
      }
    }
  }

  /** Any question; {@link Failure} with what the node says when it refuses. */
  public JsonNode call(String method, Object... params) {
    JsonMapper json = JsonMapper.shared();
    byte[] body =
        json.writeValueAsBytes(
            Map.of("jsonrpc", "1.0", "id", 1, "method", method, "params", List.of(params)));
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Authorization", login)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode answer = json.readTree(response.body());
      if (answer.path("error").isObject()) {
        throw new Failure(method + ": " + answer.at("/error/message").asString());
      }
      return answer.path("result");
    } catch (IOException e) {
      throw new Failure(method + ": the Bitcoin node does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(method + ": interrupted", e);
    }
  }

  /** Pays more for what waits, to itself instead: the first payment will never be. */
  public void payItselfInstead(String transaction, long satoshi) {
    call(
        "bumpfee",
        transaction,
        Map.of("outputs", List.of(Collections.singletonMap(address(), coins(satoshi)))));
  }

  private static BigDecimal coins(long satoshi) {
    return BigDecimal.valueOf(satoshi, DECIMALS);
  }

  private static long satoshi(JsonNode coins) {
    return coins.decimalValue().movePointRight(DECIMALS).longValueExact();
  }
}
