// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose logs of which kinds; empty means all. */
record LogFilter(List<String> addresses, List<String> topic0s) {

  static LogFilter of(Collection<EvmAddress> addresses, Collection<Hash> topic0s) {
    return new LogFilter(
        addresses.stream().map(EvmAddress::hex).distinct().toList(),
        topic0s.stream().map(Hash::hex).distinct().toList());
  }

  RpcRequest request(long from, long to) {
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("fromBlock", Quantities.hex(from));
    filter.put("toBlock", Quantities.hex(to));
    return of(filter);
  }

  RpcRequest request(Hash block) {
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("blockHash", block.hex());
    return of(filter);
  }

  private RpcRequest of(Map<String, Object> filter) {
    if (!addresses.isEmpty()) {
      filter.put("address", addresses);
    }
    if (!topic0s.isEmpty()) {
      filter.put("topics", List.of(topic0s));
    }
    return RpcRequest.of("eth_getLogs", filter);
  }
}
