// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.terminal.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/** A running world from the outside. {@code network.from("Alpha").to("Beta").send("1.5")}. */
public final class Network {
  /** Manages this world's settlement contracts and handlers; anvil's fourth account. */
  public static final Account OPERATOR = Account.ofAnvil(3);

  private final WorldFile file;
  private final Gateway partner;
  private final Gateway operator;
  private final Map<String, Chain> chains = new LinkedHashMap<>();

  /** The world that a file describes. */
  public Network(WorldFile file) {
    this.file = file;
    this.partner = new Gateway(file.gateway(), file.partnerKey());
    this.operator = new Gateway(file.gateway(), file.operatorKey());
    file.names().forEach(name -> chains.put(name, new Chain(name, file.chain(name))));
  }

  /** Begins a sentence. */
  public Sending from(String chain) {
    return Sending.from(this, chain(chain));
  }

  /** One of the chains. */
  public Chain chain(String name) {
    Chain chain = chains.get(name);
    if (chain == null) {
      throw new Failure("There is no chain " + name + "; there are " + chains.keySet() + ".");
    }
    return chain;
  }

  /** The gateway as a partner sees it. */
  public Gateway partner() {
    return partner;
  }

  /** The gateway as an operator sees it. */
  public Gateway operator() {
    return operator;
  }

  /** A user who holds tokens on every chain. */
  public Account user() {
    return Account.ofAnvil(1);
  }

  /** Another user who holds tokens on every chain. */
  public Account otherUser() {
    return Account.ofAnvil(2);
  }

  /** How to reach it. */
  public WorldFile file() {
    return file;
  }
}
