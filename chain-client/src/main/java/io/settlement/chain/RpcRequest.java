// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.util.List;

/**
 * One question.
 *
 * @param method JSON-RPC method
 * @param params strings, booleans, maps, lists
 */
record RpcRequest(String method, List<Object> params) {

  static RpcRequest of(String method, Object... params) {
    return new RpcRequest(method, List.of(params));
  }
}
