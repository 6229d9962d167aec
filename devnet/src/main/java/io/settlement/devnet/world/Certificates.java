// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An authority of one world's own, made when it comes up, and the certificates of its servers: what
 * every JDK can make.
 */
final class Certificates {
  private static final long PATIENCE_SECONDS = 30;
  private static final String DAYS = "30";

  private final Path store;
  private final String password;
  private final Path folder;
  private final Path authority;

  private Certificates(Path store, String password, Path folder, Path authority) {
    this.store = store;
    this.password = password;
    this.folder = folder;
    this.authority = authority;
  }

  /**
   * A server's certificate and its key.
   *
   * @param keyStore PKCS #12 with both, for Java
   * @param password of the key store
   * @param certificate PEM, the authority's behind it
   * @param key PEM
   * @param name whom the certificate names, as Kafka calls a client that shows it
   */
  record Server(Path keyStore, String password, Path certificate, Path key, String name) {}

  static Certificates make(RunFolder run) {
    Path folder = run.keys().resolve("tls");
    String password = Passwords.random();
    try {
      Files.createDirectories(folder);
      Path store = folder.resolve("authority.p12");
      Path authority = folder.resolve("authority.crt");
      Certificates made = new Certificates(store, password, folder, authority);
      made.keytool(store, "authority", List.of("-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign"));
      Files.writeString(
          authority, pem("CERTIFICATE", made.open().getCertificate("authority").getEncoded()));
      return made;
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure("no certificates could be made", e);
    }
  }

  /** The authority's certificate, PEM: what clients trust. */
  Path authority() {
    return authority;
  }

  /** A certificate for a server on this machine. */
  synchronized Server server(String name) {
    keytool(store, name, List.of("-signer", "authority", "-ext", "san=ip:127.0.0.1,dns:localhost"));
    try {
      KeyStore from = open();
      Certificate[] chain = from.getCertificateChain(name);
      Key key = from.getKey(name, password.toCharArray());
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      own.setKeyEntry(name, key, password.toCharArray(), chain);
      Path keyStore = RunFolder.writePrivately(folder.resolve(name + ".p12"), "");
      try (var out = Files.newOutputStream(keyStore)) {
        own.store(out, password.toCharArray());
      }
      List<String> certificates = new ArrayList<>();
      for (Certificate one : chain) {
        certificates.add(pem("CERTIFICATE", one.getEncoded()));
      }
      return new Server(
          keyStore,
          password,
          Files.writeString(folder.resolve(name + ".crt"), String.join("", certificates)),
          RunFolder.writePrivately(
              folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded())),
          "CN=" + name);
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure("no certificate could be made for " + name, e);
    }
  }

  private KeyStore open() throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      opened.load(in, password.toCharArray());
    }
    return opened;
  }

  /** A new pair of keys in the store, and its certificate. */
  private void keytool(Path into, String name, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair"));
    command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-validity", DAYS));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", into.toString()));
    command.addAll(List.of("-storepass:env", "STORE_PASSWORD"));
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STORE_PASSWORD", password);
    try {
      Process keytool = builder.start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        keytool.destroyForcibly();
        throw new Failure("keytool made no certificate for " + name + ": " + said);
      }
    } catch (IOException e) {
      throw new Failure("keytool of the JDK is needed for a secured world", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while certificates were made", e);
    }
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(
            what,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes));
  }
}
