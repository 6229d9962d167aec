// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody asked for.
 *
 * @param actor the name of the partner or operator
 * @param credential the id of the key he came by, or of his sign-in
 * @param scopes what he might do, by name
 * @param path without its query
 * @param template which route that was
 * @param status what was answered; null while it is under way, and for ever when the gateway ended
 *     before
 * @param tookMs milliseconds until the answer
 */
record Change(
    long id,
    Instant at,
    @Schema(example = "alice") String actor,
    @Schema(example = "stl_5f0c2a9be1d34768") String credential,
    @Schema(example = "operator") String scopes,
    @Schema(example = "POST") String method,
    @Schema(example = "/v1/stops") String path,
    String requestId,
    @Nullable String template,
    @Nullable Integer status,
    @Nullable Long tookMs) {}
