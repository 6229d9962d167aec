// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.util.List;
import java.util.function.Function;

/**
 * What is asked of a node, and how the answer is understood.
 *
 * @param purpose for whom, for the bill
 * @param method what it is about, for metrics
 * @param requests one batch
 * @param read makes sense of the answers; an {@link Unreachable} from it means that another node
 *     should be asked
 */
record Question<T>(
    String purpose, String method, List<RpcRequest> requests, Function<List<Answer>, T> read) {}
