// SPDX-License-Identifier: Apache-2.0
/**
 * Reading EVM chains through any of their nodes: finality tags, batches, failover. The transport is
 * java.net.http and Jackson rather than web3j's services, in whose batches a refused member reads
 * like an absent one and whose client would have to be bent for matching ids, failing over and
 * telling a revert from a refusal; web3j serves the contracts' package instead.
 */
@NullMarked
package io.settlement.chain;

import org.jspecify.annotations.NullMarked;
