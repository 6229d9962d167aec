// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/well", exchange -> exchange.sendResponseHeaders(200, -1));
    server.createContext("/down", exchange -> exchange.sendResponseHeaders(503, -1));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void onlyTwoHundredIsWell() {
    assertThat(HealthProbe.isWell(at("/well"))).isTrue();
    assertThat(HealthProbe.isWell(at("/down"))).isFalse();
    assertThat(HealthProbe.isWell(at("/missing"))).isFalse();
  }

  @Test
  void nobodyThereIsNotWell() {
    URI address = at("/well");
    server.stop(0);
    assertThat(HealthProbe.isWell(address)).isFalse();
  }

  @Test
  void whoeverListensIsWellByTcp() {
    URI address = URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
    assertThat(HealthProbe.isWell(address)).isTrue();
    server.stop(0);
    assertThat(HealthProbe.isWell(address)).isFalse();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
