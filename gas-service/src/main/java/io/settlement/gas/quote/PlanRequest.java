// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A strategy over several chains.
 *
 * @param hops its messages in the order they are sent
 */
@Schema(name = "QuotePlanRequest")
record PlanRequest(@NotEmpty @Size(max = 16) List<@NotNull @Valid QuoteRequest> hops) {}
