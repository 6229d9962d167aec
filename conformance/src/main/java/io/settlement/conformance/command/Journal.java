// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.Finding;
import io.settlement.conformance.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings as they come, one a line, on disk before the next: a run that was ended goes on from
 * there.
 */
final class Journal implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final FileChannel file;
  private final Head head;
  private final Map<String, Finding> known;

  private Journal(FileChannel file, Head head, Map<String, Finding> known) {
    this.file = file;
    this.head = head;
    this.known = known;
  }

  /**
   * What the findings are of; the first line.
   *
   * @param suite the suite's version
   * @param subject a digest of providers and declaration: findings of another are not taken for its
   * @param began when the run did
   */
  record Head(String suite, String subject, Instant began) {
    boolean isOfTheSame(Head other) {
      return suite.equals(other.suite) && subject.equals(other.subject);
    }
  }

  /**
   * Begins a new one.
   *
   * @throws IOException when it is there already, among others
   */
  static Journal begin(Path path, Head head) throws IOException {
    FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Journal journal = new Journal(file, head, Map.of());
    journal.write(head);
    return journal;
  }

  /**
   * Goes on with one.
   *
   * @throws IllegalArgumentException when it is of another run
   */
  static Journal resume(Path path, Head now) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int whole = lastLineBreak(bytes) + 1;
    List<String> lines = new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
    Head head = read(path, lines.isEmpty() ? "" : lines.getFirst(), Head.class);
    if (!head.isOfTheSame(now)) {
      throw new IllegalArgumentException(
          path + " is of other providers, another declaration or another version of the suite");
    }
    Map<String, Finding> known = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Finding finding = read(path, line, Finding.class);
      known.put(finding.requirement(), finding);
    }
    // A node that was away may be back.
    known.values().removeIf(finding -> finding.outcome().verdict() == Verdict.UNKNOWN);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    // The process may have ended within a line.
    file.truncate(whole);
    file.position(whole);
    return new Journal(file, head, known);
  }

  private static int lastLineBreak(byte[] bytes) {
    int at = bytes.length - 1;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }

  private static <T> T read(Path path, String line, Class<T> as) {
    try {
      return JSON.readValue(line, as);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(path + " holds no findings of a run", e);
    }
  }

  /** When the run began, however often it was ended. */
  Instant began() {
    return head.began;
  }

  /** What need not be looked for again. */
  Map<String, Finding> known() {
    return known;
  }

  /** Keeps a finding. */
  synchronized void add(Finding finding) {
    try {
      write(finding);
    } catch (IOException e) {
      throw new UncheckedIOException("a finding could not be kept", e);
    }
  }

  private void write(Object value) throws IOException {
    byte[] line = (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
