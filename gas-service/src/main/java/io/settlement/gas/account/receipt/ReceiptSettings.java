// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When receipts are put into a tree.
 *
 * @param interval a receipt waits at most this long
 * @param atOnce so many receipts of a vault do not wait
 * @param most receipts of one tree
 * @param baseUri where the world reaches this service or its door; the leaves are read there
 */
@Validated
@ConfigurationProperties("settlement.gas.receipts")
record ReceiptSettings(
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration interval,
    @DefaultValue("1000") @Min(1) @Max(4096) int atOnce,
    @DefaultValue("4096") @Min(1) @Max(4096) int most,
    @DefaultValue("http://localhost:8080") URI baseUri) {

  /** Where the leaves of a tree are read. */
  String leavesOf(String root) {
    String base = baseUri.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        + "/v1/receipts/"
        + root;
  }
}
