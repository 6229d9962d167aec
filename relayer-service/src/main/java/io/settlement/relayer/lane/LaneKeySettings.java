// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
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
 */
@Validated
@ConfigurationProperties("settlement.relayer")
record LaneKeySettings(@DefaultValue List<@Valid LaneKey> lanes) {

  /**
   * A submitter key; the lane's index is its position among the keys of its chain.
   *
   * @param chain where its transactions go
   * @param keystore the encrypted keystore file
   * @param passwordFile the file with its password
   */
  record LaneKey(@NotNull ChainName chain, @NotNull Path keystore, @NotNull Path passwordFile) {}
}
