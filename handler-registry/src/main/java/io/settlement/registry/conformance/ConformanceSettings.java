// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How chains are measured.
 *
 * @param atOnce runs under way at once in one instance
 * @param mostOpen runs that are asked for and not over, of all chains; one more is refused
 * @param partnerPause the least time from one run that a partner asked for to its next
 * @param lease how long a run stays with an instance that says nothing
 * @param load what a chain's nodes are asked
 * @param fork how handlers are tried
 * @param signingKeyFile signs reports: a key of Ed25519 (PEM); none are signed without one
 * @param purseFile a key with a little money on the chains, in hex; what needs transactions is not
 *     known without one
 */
@Validated
@ConfigurationProperties("settlement.conformance")
record ConformanceSettings(
    @DefaultValue("2") @Min(1) @Max(16) int atOnce,
    @DefaultValue("64") @Min(1) @Max(10_000) int mostOpen,
    @DefaultValue("10m") @NotNull @DurationMin Duration partnerPause,
    @DefaultValue("30s") @NotNull @DurationMin(seconds = 1) Duration lease,
    @DefaultValue @NotNull @Valid Asked load,
    @DefaultValue @NotNull @Valid Forks fork,
    @Nullable Path signingKeyFile,
    @Nullable Path purseFile) {

  /** A path left blank is none. */
  ConformanceSettings {
    signingKeyFile = orNull(signingKeyFile);
    purseFile = orNull(purseFile);
  }

  private static @Nullable Path orNull(@Nullable Path path) {
    return path == null || path.toString().isBlank() ? null : path;
  }

  /**
   * Chains as they are, for handlers to be tried on.
   *
   * @param anvil the program that forks; no handler is tried without one
   * @param atOnce forks at once in one instance; each takes a processor and some hundred megabytes
   * @param start longest until one listens
   * @param longest after that one is ended; what is not known then is unknown
   */
  record Forks(
      @Nullable Path anvil,
      @DefaultValue("1") @Min(1) @Max(16) int atOnce,
      @DefaultValue("30s") @NotNull @DurationMin(seconds = 1) Duration start,
      @DefaultValue("10m") @NotNull @DurationMin(seconds = 10) Duration longest) {

    /** A path left blank is none. */
    Forks {
      anvil = orNull(anvil);
    }
  }

  /**
   * The most that is asked.
   *
   * @param callsPerSecond of one node, outside of bursts, by all runs of an instance
   * @param callsAtOnce that wait for one node's answers
   * @param checksAtOnce that look at the same time in one run
   * @param perCheck longest time of one check; what is not known then is unknown
   * @param connect longest wait for a connection
   * @param answer longest wait for one whole answer
   * @param mostAnswer bytes of an answer that are read; larger ones are not known
   */
  record Asked(
      @DefaultValue("25") @Min(1) @Max(1000) int callsPerSecond,
      @DefaultValue("8") @Min(1) @Max(64) int callsAtOnce,
      @DefaultValue("8") @Min(1) @Max(64) int checksAtOnce,
      @DefaultValue("2m") @NotNull @DurationMin(seconds = 1) Duration perCheck,
      @DefaultValue("5s") @NotNull @DurationMin(millis = 10) Duration connect,
      @DefaultValue("30s") @NotNull @DurationMin(millis = 10) Duration answer,
      @DefaultValue("33554432") @Min(65_536) @Max(173_000_000) long mostAnswer) {}
}
