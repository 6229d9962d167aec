// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import java.util.List;

/**
 * One attempt to be made.
 *
 * @param eventId the same at every attempt
 * @param attempt counts from 1
 * @param sealed the secrets that sign, as they are kept
 */
record Delivery(
    long id,
    String webhook,
    String eventId,
    String body,
    int attempt,
    boolean ping,
    String url,
    List<byte[]> sealed) {}
