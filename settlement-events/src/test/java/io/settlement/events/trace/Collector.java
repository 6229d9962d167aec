// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.trace;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * Takes traces as a collector does: OTLP over HTTP. It keeps those of messages, and forgets what is
 * a client's question.
 */
public final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();

  private Collector(HttpServer server) {
    this.server = server;
  }

  /** One that listens on a free port of this machine. */
  public static Collector start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Collector collector = new Collector(server);
      server.createContext("/v1/traces", collector::take);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a service is told of it. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  /** The spans of a trace. */
  public List<Span> trace(String id) {
    return spans().stream().filter(span -> hex(span.getTraceId()).equals(id)).toList();
  }

  /** The service that told a span. */
  public String serviceOf(Span span) {
    return received.stream()
        .filter(
            of -> of.getScopeSpansList().stream().anyMatch(s -> s.getSpansList().contains(span)))
        .flatMap(of -> of.getResource().getAttributesList().stream())
        .filter(attribute -> attribute.getKey().equals("service.name"))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElseThrow();
  }

  /** Names of traces and spans as people write them. */
  public static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private List<Span> spans() {
    return received.stream()
        .flatMap(of -> of.getScopeSpansList().stream())
        .flatMap(of -> of.getSpansList().stream())
        .toList();
  }

  private static ResourceSpans ofMessages(ResourceSpans all) {
    ResourceSpans.Builder some = all.toBuilder();
    some.getScopeSpansBuilderList()
        .forEach(
            scope -> {
              List<Span> spans =
                  scope.getSpansList().stream()
                      .filter(span -> span.getKind() != Span.SpanKind.SPAN_KIND_CLIENT)
                      .toList();
              scope.clearSpans().addAllSpans(spans);
            });
    return some.build();
  }

  private void take(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream body =
        zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
      ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
          .map(Collector::ofMessages)
          .forEach(received::add);
    }
    byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
