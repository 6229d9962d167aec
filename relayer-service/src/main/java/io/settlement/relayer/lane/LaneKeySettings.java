// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.keys.KeySource;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The submitter keys of this courier. Every courier of one database lists the same lanes in the
 * same order.
 *
 * @param lanes one for each key
 * @param lanePatterns keys for every EVM chain that {@code lanes} names none for, also one that
 *     comes later: a lane on each for each key
 * @param treasuries who tops submitters up, at most one for each chain
 */
@Validated
@ConfigurationProperties("settlement.relayer")
record LaneKeySettings(
    @DefaultValue List<@Valid LaneKey> lanes,
    @DefaultValue List<@Valid LanePattern> lanePatterns,
    @DefaultValue List<@Valid Treasury> treasuries) {

  /**
   * A submitter key; the lane's index is its position among the keys of its chain.
   *
   * @param chain where its transactions go
   * @param keystore the encrypted keystore file; left out when a remote signer holds the key
   * @param passwordFile the file with its password
   * @param address the account of the key that a remote signer holds; left out with a keystore
   * @param remoteSigner who holds it
   */
  record LaneKey(
      @NotNull ChainName chain,
      @Nullable Path keystore,
      @Nullable Path passwordFile,
      @Nullable EvmAddress address,
      @Nullable RemoteSignerSettings remoteSigner) {
    /** Refuses a key that is in two places or in none. */
    LaneKey {
      KeySource.of(lane(chain), keystore, passwordFile, address, remoteSigner);
    }

    KeySource source() {
      return KeySource.of(lane(chain), keystore, passwordFile, address, remoteSigner);
    }

    private static String lane(@Nullable ChainName chain) {
      return "settlement.relayer.lanes, a key on " + chain;
    }
  }

  /**
   * A submitter key for any chain; it must be funded on each before it can send there.
   *
   * @param keystore the encrypted keystore file; left out when a remote signer holds the key
   * @param passwordFile the file with its password
   * @param address the account of the key that a remote signer holds; left out with a keystore
   * @param remoteSigner who holds it
   */
  record LanePattern(
      @Nullable Path keystore,
      @Nullable Path passwordFile,
      @Nullable EvmAddress address,
      @Nullable RemoteSignerSettings remoteSigner) {
    private static final String WHOSE = "settlement.relayer.lane-patterns";

    /** Refuses a key that is in two places or in none. */
    LanePattern {
      KeySource.of(WHOSE, keystore, passwordFile, address, remoteSigner);
    }

    KeySource source() {
      return KeySource.of(WHOSE, keystore, passwordFile, address, remoteSigner);
    }
  }

  /**
   * A key that pays submitters whose balance is low, and nothing else.
   *
   * @param chain where it pays
   * @param keystore the encrypted keystore file; left out when a remote signer holds the key
   * @param passwordFile the file with its password
   * @param address the account of the key that a remote signer holds; left out with a keystore
   * @param remoteSigner who holds it
   * @param amount what a submitter gets at once, wei
   * @param perDay most that all submitters of the chain get in 24 hours, wei
   */
  record Treasury(
      @NotNull ChainName chain,
      @Nullable Path keystore,
      @Nullable Path passwordFile,
      @Nullable EvmAddress address,
      @Nullable RemoteSignerSettings remoteSigner,
      @NotNull Wei amount,
      @NotNull Wei perDay) {
    /** Refuses a key that is in two places or in none. */
    Treasury {
      KeySource.of(treasury(chain), keystore, passwordFile, address, remoteSigner);
    }

    KeySource source() {
      return KeySource.of(treasury(chain), keystore, passwordFile, address, remoteSigner);
    }

    private static String treasury(@Nullable ChainName chain) {
      return "settlement.relayer.treasuries, the key on " + chain;
    }
  }
}
