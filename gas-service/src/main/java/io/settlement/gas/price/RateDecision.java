// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a native token is worth by its sources, and how that was decided.
 *
 * @param usd US dollars for one whole token, the median of those that count; null when refused
 * @param refusal why there is none; null when there is
 * @param why one sentence
 * @param sources each of them
 */
record RateDecision(
    @Nullable BigDecimal usd, @Nullable Refusal refusal, String why, List<Voice> sources) {
  /** As the database keeps it. */
  static final int SCALE = 18;

  private static final BigDecimal HIGHEST = new BigDecimal("1e15");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

  /** Keeps its own copy. */
  RateDecision {
    sources = List.copyOf(sources);
  }

  /** What became of a source's word. */
  enum Standing {
    /** It is part of the median. */
    COUNTED,
    /** Too far from the others. */
    OUTLIER,
    /** Said too long ago, or of the future. */
    STALE,
    /** It gave no price. */
    FAILED
  }

  /**
   * What a source said last.
   *
   * @param maxAge older words of it do not count
   * @param problem why its last answer was none; null when it was one
   */
  record Word(
      String source, Duration maxAge, RateSource.@Nullable Quoted said, @Nullable String problem) {}

  /**
   * A source's word and what became of it.
   *
   * @param problem what is wrong; null when it counts
   */
  record Voice(
      String source,
      @Nullable BigDecimal usd,
      @Nullable Instant at,
      Standing standing,
      @Nullable String problem) {

    private Voice outlier(BigDecimal median) {
      return new Voice(source, usd, at, Standing.OUTLIER, "too far from " + median.toPlainString());
    }
  }

  /** The rate, where it was not refused. */
  Optional<BigDecimal> rate() {
    return Optional.ofNullable(usd);
  }

  /**
   * The median of those that are fresh and near it. One that is far is left out when the others
   * agree and are enough; else nothing is decided.
   *
   * @param quorum how many must count
   * @param maxDeviationBps from the median, in hundredths of a percent of it
   */
  static RateDecision of(List<Word> words, int quorum, int maxDeviationBps, Instant now) {
    List<Voice> voices = new ArrayList<>(words.stream().map(word -> heard(word, now)).toList());
    List<Voice> fresh = counted(voices);
    if (fresh.size() < quorum) {
      return refused(Refusal.STALE, fresh.size() + " fresh of " + quorum + " needed", voices);
    }
    BigDecimal median = median(fresh);
    List<Voice> far = fresh.stream().filter(one -> isFar(one, median, maxDeviationBps)).toList();
    if (far.isEmpty()) {
      return new RateDecision(median, null, "median of " + fresh.size(), voices);
    }
    voices.replaceAll(one -> far.contains(one) ? one.outlier(median) : one);
    List<Voice> rest = counted(voices);
    if (far.size() > 1 || rest.size() < Math.max(quorum, 2)) {
      return refused(
          Refusal.CONTRADICTORY, far.size() + " of " + fresh.size() + " are far apart", voices);
    }
    BigDecimal agreed = median(rest);
    return rest.stream().anyMatch(one -> isFar(one, agreed, maxDeviationBps))
        ? refused(Refusal.CONTRADICTORY, "those that are left are far apart", voices)
        : new RateDecision(
            agreed, null, "median of " + rest.size() + " without " + far.get(0).source(), voices);
  }

  private static RateDecision refused(Refusal refusal, String why, List<Voice> voices) {
    return new RateDecision(null, refusal, why, voices);
  }

  private static Voice heard(Word word, Instant now) {
    RateSource.Quoted said = word.said();
    String problem = word.problem();
    if (said == null) {
      return new Voice(
          word.source(), null, null, Standing.FAILED, problem == null ? "not asked yet" : problem);
    }
    BigDecimal usd = said.usd().setScale(SCALE, RoundingMode.HALF_EVEN);
    if (usd.signum() <= 0 || usd.compareTo(HIGHEST) > 0) {
      return new Voice(word.source(), usd, said.at(), Standing.FAILED, "no possible price");
    }
    if (said.at().plus(word.maxAge()).isBefore(now)) {
      return new Voice(
          word.source(), usd, said.at(), Standing.STALE, problem == null ? "too old" : problem);
    }
    if (said.at().isAfter(now.plus(CLOCK_DRIFT))) {
      return new Voice(word.source(), usd, said.at(), Standing.STALE, "of the future");
    }
    return new Voice(word.source(), usd, said.at(), Standing.COUNTED, null);
  }

  private static List<Voice> counted(List<Voice> voices) {
    return voices.stream().filter(one -> one.standing() == Standing.COUNTED).toList();
  }

  /** The mean of the two in the middle where there are two, half a unit rounded to even. */
  private static BigDecimal median(List<Voice> voices) {
    List<BigDecimal> sorted = voices.stream().map(RateDecision::usdOf).sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : sorted.get(half - 1).add(sorted.get(half)).divide(TWO, SCALE, RoundingMode.HALF_EVEN);
  }

  private static boolean isFar(Voice one, BigDecimal median, int maxDeviationBps) {
    BigDecimal off = usdOf(one).subtract(median).abs();
    return off.multiply(WHOLE).compareTo(median.multiply(BigDecimal.valueOf(maxDeviationBps))) > 0;
  }

  private static BigDecimal usdOf(Voice voice) {
    BigDecimal usd = voice.usd();
    if (usd == null) {
      throw new IllegalStateException(voice.source() + " said nothing");
    }
    return usd;
  }
}
