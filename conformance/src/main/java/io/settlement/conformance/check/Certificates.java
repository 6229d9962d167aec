// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Node;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Unanswered;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Looks at a provider's certificate by shaking hands with it. */
final class Certificates {
  private static final Set<String> ENCRYPTED = Set.of("https", "wss");
  private static final Set<String> RECENT = Set.of("TLSv1.2", "TLSv1.3");
  private static final Duration LEFT = Duration.ofDays(14);

  private final SSLSocketFactory trust;
  private final Clock clock;

  /** Believes whom the factory believes. */
  Certificates(SSLSocketFactory trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /** Both of a provider's addresses. */
  void look(Node node, Seen seen) {
    Stream.of(Optional.of(node.http()), node.ws())
        .flatMap(Optional::stream)
        .forEach(address -> look(node, address, seen));
  }

  private void look(Node node, URI address, Seen seen) {
    String what = address.getScheme() + " at " + node.name();
    if (!ENCRYPTED.contains(address.getScheme())) {
      seen.that(what, "https or wss", false, address.getScheme());
      return;
    }
    try (Socket plain = connect(node, address);
        SSLSocket socket = secured(plain, address)) {
      socket.startHandshake();
      judge(what, socket.getSession(), seen);
    } catch (SSLException e) {
      seen.that(what, "a valid certificate", false, e.getMessage() == null ? e : e.getMessage());
    } catch (IOException e) {
      throw new Unanswered(
          Unanswered.Cause.UNREACHABLE, node.name() + " cannot be reached: " + e.getMessage(), e);
    }
  }

  private void judge(String what, SSLSession session, Seen seen) throws SSLException {
    String protocol = session.getProtocol();
    seen.that(what, "TLS 1.2 or later", RECENT.contains(protocol), protocol);
    Instant end = end(List.of(session.getPeerCertificates()));
    boolean lasts = end.isAfter(clock.instant().plus(LEFT));
    seen.that(what, "valid for 14 days more", lasts, "until " + end);
  }

  /** When the first of a chain is over. */
  private static Instant end(List<Certificate> chain) {
    return chain.stream()
        .map(one -> ((X509Certificate) one).getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** By the node's own sockets: they refuse addresses that may not be asked. */
  private static Socket connect(Node node, URI address) throws IOException {
    Socket socket = node.client().socketFactory().createSocket();
    try {
      int patience = (int) node.settings().connect().toMillis();
      socket.connect(new InetSocketAddress(host(address), port(address)), patience);
      socket.setSoTimeout((int) node.settings().answer().toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private SSLSocket secured(Socket plain, URI address) throws IOException {
    SSLSocket socket = (SSLSocket) trust.createSocket(plain, host(address), port(address), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    String[] protocols =
        Arrays.stream(socket.getSupportedProtocols())
            .filter(RECENT::contains)
            .toArray(String[]::new);
    parameters.setProtocols(protocols);
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static String host(URI address) {
    return address.getHost().replace("[", "").replace("]", "");
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? 443 : address.getPort();
  }
}
