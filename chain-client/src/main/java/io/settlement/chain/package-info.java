// SPDX-License-Identifier: Apache-2.0
/**
 * Reading EVM chains through any of their nodes: finality tags, batches, failover. The transport is
 * java.net.http and Jackson, not web3j's services: those answer a failed member of a batch like an
 * absent one, lose receipt fields and keep a second HTTP stack; web3j stays for hashing and as the
 * fallback for recovering signers.
 */
@NullMarked
package io.settlement.chain;

import org.jspecify.annotations.NullMarked;
