// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Real handshakes with a server whose certificate is as the test says. */
class CertificatesTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder()
          .certificateAuthority(0)
          .commonName("authority")
          .duration(3650, TimeUnit.DAYS)
          .build();

  private static HeldCertificate.Builder certificate(String host, Duration left) {
    long now = System.currentTimeMillis();
    return new HeldCertificate.Builder()
        .addSubjectAlternativeName(host)
        .validityInterval(now - Duration.ofDays(400).toMillis(), now + left.toMillis());
  }

  private static Outcome look(
      HeldCertificate certificate, SSLSocketFactory trust, X509Certificate... above)
      throws Exception {
    SSLContext context =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate, above)
            .build()
            .sslContext();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.start();
    try {
      return look("https://localhost:" + server.getAddress().getPort(), trust);
    } finally {
      server.stop(0);
    }
  }

  private static Outcome look(String address, SSLSocketFactory trust) {
    Seen seen = new Seen();
    Node node =
        Node.of(URI.create(address), null, NodeSettings.usual(AddressPolicy.ANY), Load.of(100, 4));
    new Certificates(trust, Clock.systemUTC()).look(node, seen);
    return seen.outcome();
  }

  private static SSLSocketFactory trustsTheAuthority() {
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(AUTHORITY.certificate())
        .build()
        .sslSocketFactory();
  }

  @Test
  void aGoodCertificatePasses() throws Exception {
    HeldCertificate good =
        certificate("localhost", Duration.ofDays(60)).signedBy(AUTHORITY).build();
    Outcome outcome = look(good, trustsTheAuthority(), AUTHORITY.certificate());
    assertThat(outcome.verdict()).describedAs(outcome.reason()).isEqualTo(Verdict.PASS);
    assertThat(outcome.evidence()).anyMatch(one -> one.found().equals("TLSv1.3"));
  }

  @Test
  void anExpiredOneFails() throws Exception {
    HeldCertificate old = certificate("localhost", Duration.ofDays(-1)).signedBy(AUTHORITY).build();
    assertThat(look(old, trustsTheAuthority(), AUTHORITY.certificate()).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void oneThatIsOverWithinTwoWeeksFails() throws Exception {
    HeldCertificate late =
        certificate("localhost", Duration.ofDays(13)).signedBy(AUTHORITY).build();
    Outcome outcome = look(late, trustsTheAuthority(), AUTHORITY.certificate());
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.reason()).contains("valid for 14 days more");
  }

  @Test
  void oneOfAnotherHostFails() throws Exception {
    HeldCertificate other =
        certificate("rpc.example", Duration.ofDays(60)).signedBy(AUTHORITY).build();
    Outcome outcome = look(other, trustsTheAuthority(), AUTHORITY.certificate());
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.reason()).contains("localhost");
  }

  @Test
  void oneThatSignsItselfFails() throws Exception {
    HeldCertificate own = certificate("localhost", Duration.ofDays(60)).build();
    assertThat(look(own, trustsTheAuthority()).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(look(own, (SSLSocketFactory) SSLSocketFactory.getDefault()).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void noEncryptionFails() {
    assertThat(look("http://localhost:1", trustsTheAuthority()).reason())
        .contains("expected https or wss");
  }
}
