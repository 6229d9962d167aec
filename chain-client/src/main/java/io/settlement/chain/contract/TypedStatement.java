// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.StructuredDataEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody says to the suite and signs (EIP-712), shown by wallets field by field. Its domain
 * names no chain and no contract: the fields do, and one statement may be about two chains. No
 * contract takes such a signature.
 *
 * @param type the struct's name
 * @param fields in the order of the struct
 */
public record TypedStatement(String type, List<Field> fields) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TEXT = "string";
  private static final Map<String, String> DOMAIN =
      Map.of("name", "Settlement registry", "version", "1");

  /** Keeps its own copy. */
  public TypedStatement {
    fields = List.copyOf(fields);
  }

  /** One field as a wallet shows it; numbers are in decimal, lists are lists. */
  public record Field(String type, String name, Object value) {}

  /** A statement is written from left to right. */
  public static final class Draft {
    private final String type;
    private final List<Field> fields = new ArrayList<>();

    private Draft(String type) {
      this.type = type;
    }

    /** A text. */
    public Draft text(String name, Object value) {
      return add(TEXT, name, value.toString());
    }

    /** A number. */
    public Draft number(String name, long value) {
      return add("uint256", name, BigInteger.valueOf(value).toString());
    }

    /** An account or a contract. */
    public Draft address(String name, EvmAddress value) {
      return add("address", name, value.hex());
    }

    /** Several of them. */
    public Draft addresses(String name, List<EvmAddress> values) {
      return add("address[]", name, values.stream().map(EvmAddress::hex).toList());
    }

    /** 32 bytes. */
    public Draft hash(String name, Hash value) {
      return add("bytes32", name, value.hex());
    }

    private Draft add(String fieldType, String name, Object value) {
      fields.add(new Field(fieldType, name, value));
      return this;
    }

    /** The statement. */
    public TypedStatement done() {
      return new TypedStatement(type, fields);
    }
  }

  /** Begins a statement. */
  public static Draft of(String type) {
    return new Draft(type);
  }

  /** What {@code eth_signTypedData_v4} is asked with. */
  public Map<String, Object> form() {
    Map<String, Object> message = new LinkedHashMap<>();
    fields.forEach(field -> message.put(field.name(), field.value()));
    Map<String, Object> types = new LinkedHashMap<>();
    types.put("EIP712Domain", List.of(member(TEXT, "name"), member(TEXT, "version")));
    types.put(type, fields.stream().map(one -> member(one.type(), one.name())).toList());
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("types", types);
    form.put("primaryType", type);
    form.put("domain", new LinkedHashMap<>(DOMAIN));
    form.put("message", message);
    return form;
  }

  private static Map<String, String> member(String type, String name) {
    Map<String, String> member = new LinkedHashMap<>();
    member.put("name", name);
    member.put("type", type);
    return member;
  }

  /** What is signed. */
  public Hash digest() {
    try {
      return Hash.of(
          new StructuredDataEncoder(JSON.writeValueAsString(form())).hashStructuredData());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
