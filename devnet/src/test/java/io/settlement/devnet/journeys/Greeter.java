// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Chain;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contracts' example handler, deployed on a chain.
 *
 * @param owner who deployed it and talks to it
 */
@SuppressWarnings("rawtypes")
record Greeter(Chain chain, EvmAddress address, Account owner) {
  /** The deployer every anvil knows: salt and creation code in, contract out (CREATE2). */
  private static final EvmAddress FACTORY =
      new EvmAddress("0x4e59b44847b379578588920ca78fbf26c0b4956c");

  private static final Hash SALT = new Hash("0x" + "00".repeat(31) + "01");

  static Greeter deployed(Chain chain, Account owner) {
    byte[] creation =
        Hex.decode(
            code()
                + FunctionEncoder.encodeConstructor(
                    List.<Type>of(
                        new Address(owner.address().hex()),
                        new Address(chain.contracts().settlement().hex()))));
    Greeter greeter = new Greeter(chain, addressOf(creation), owner);
    greeter.send(FACTORY, concat(SALT.bytes(), creation), Wei.ZERO);
    return greeter;
  }

  void registerOnChain(Account manager) {
    String data =
        FunctionEncoder.encode(
            new Function("register_handler", List.<Type>of(new Address(address.hex())), List.of()));
    chain
        .wallet(manager)
        .send(new Wallet.Action(chain.contracts().settlement(), Hex.decode(data), Wei.ZERO));
  }

  void introduce(Greeter partner) {
    call(
        "set_partner",
        Wei.ZERO,
        new Utf8String(partner.chain().name()),
        new Uint256(partner.address().toBigInteger()));
  }

  Wallet.Mined greet(Greeter partner, String greeting, Wei prepayment) {
    return call(
        "cross_chain_msg_settlement",
        prepayment,
        new Utf8String(partner.chain().name()),
        new Utf8String(greeting));
  }

  String lastGreetingFrom(String chainName) {
    return ask("last_greeting", new Utf8String(chainName), new TypeReference<Utf8String>() {})
        .getValue()
        .toString();
  }

  int outcome(TxId txid) {
    Type status = ask("outcome", new Uint256(txid.toBigInteger()), new TypeReference<Uint8>() {});
    return ((Uint8) status).getValue().intValueExact();
  }

  private Wallet.Mined call(String function, Wei value, Type... arguments) {
    String data =
        FunctionEncoder.encode(new Function(function, List.<Type>of(arguments), List.of()));
    return send(address, Hex.decode(data), value);
  }

  private Wallet.Mined send(EvmAddress to, byte[] data, Wei value) {
    return chain.wallet(owner).send(new Wallet.Action(to, data, value));
  }

  private Type ask(String view, Type argument, TypeReference<?> answer) {
    Function function =
        new Function(view, List.<Type>of(argument), List.<TypeReference<?>>of(answer));
    String returned =
        chain
            .node()
            .call(
                "eth_call",
                Map.of("to", address.hex(), "data", FunctionEncoder.encode(function)),
                "latest")
            .asString();
    return FunctionReturnDecoder.decode(returned, function.getOutputParameters()).getFirst();
  }

  private static EvmAddress addressOf(byte[] creation) {
    byte[] preimage =
        concat(
            new byte[] {(byte) 0xff},
            FACTORY.bytes(),
            SALT.bytes(),
            org.web3j.crypto.Hash.sha3(creation));
    return new EvmAddress("0x" + Hex.encode(org.web3j.crypto.Hash.sha3(preimage)).substring(26));
  }

  private static String code() {
    Path artifact =
        Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .resolve("../contracts/out/PartnerHandler.sol/PartnerHandler.json");
    try {
      return JsonMapper.shared()
          .readTree(Files.readString(artifact))
          .path("bytecode")
          .path("object")
          .asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
