// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The submitter keys of this courier. Every courier of one database lists the same lanes in the
 * same order.
 *
 * @param lanes one for each key
 * @param treasuries who tops submitters up, at most one for each chain
 */
@Validated
@ConfigurationProperties("settlement.relayer")
record LaneKeySettings(
    @DefaultValue List<@Valid LaneKey> lanes, @DefaultValue List<@Valid Treasury> treasuries) {

  /**
   * A submitter key; the lane's index is its position among the keys of its chain.
   *
   * @param chain where its transactions go
   * @param keystore the encrypted keystore file
   * @param passwordFile the file with its password
   */
  record LaneKey(@NotNull ChainName chain, @NotNull Path keystore, @NotNull Path passwordFile) {}

  /**
   * A key that pays submitters whose balance is low, and nothing else.
   *
   * @param chain where it pays
   * @param keystore the encrypted keystore file
   * @param passwordFile the file with its password
   * @param amount what a submitter gets at once, wei
   * @param perDay most that all submitters of the chain get in 24 hours, wei
   */
  record Treasury(
      @NotNull ChainName chain,
      @NotNull Path keystore,
      @NotNull Path passwordFile,
      @NotNull Wei amount,
      @NotNull Wei perDay) {}
}
