// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.value.HandlerId;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;

/**
 * A vault this process was told of.
 *
 * @param id the handler that it is on Bitcoin
 * @param descriptor its keys and scripts
 * @param settings the operator's word
 */
public record Vault(HandlerId id, VaultDescriptor descriptor, VaultSettings settings) {}
