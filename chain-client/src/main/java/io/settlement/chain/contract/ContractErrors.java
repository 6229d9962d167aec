// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names what our contracts revert with; the list is generated from the compiled contracts. */
public final class ContractErrors {
  private static final String LIST = "/contract-errors.txt";
  private static final int SELECTOR_BYTES = 4;
  private static final Map<String, Form> KNOWN = read();

  private ContractErrors() {}

  /** An error's name and its parameters, each a type and a name. */
  private record Form(String name, List<String[]> parameters) {}

  /**
   * The error's name.
   *
   * @param selector 0x and 8 digits
   * @return empty when no contract of ours has such an error
   */
  public static Optional<String> name(String selector) {
    return Optional.ofNullable(KNOWN.get(selector)).map(Form::name);
  }

  /**
   * The error with its arguments, for humans; only the name when the arguments cannot be read.
   *
   * @param data the revert data, selector first
   * @return empty when no contract of ours has such an error
   */
  public static Optional<String> text(byte[] data) {
    if (data.length < SELECTOR_BYTES) {
      return Optional.empty();
    }
    Form form = KNOWN.get(Hex.encode(Arrays.copyOf(data, SELECTOR_BYTES)));
    return Optional.ofNullable(form)
        .map(it -> text(it, Arrays.copyOfRange(data, SELECTOR_BYTES, data.length)));
  }

  private static String text(Form form, byte[] arguments) {
    AbiReader reader = new AbiReader(form.name(), arguments);
    List<String> said = new ArrayList<>();
    try {
      for (int place = 0; place < form.parameters().size(); place++) {
        String[] parameter = form.parameters().get(place);
        said.add(parameter[1] + "=" + value(reader, parameter[0], place));
      }
    } catch (InvalidValue unreadable) {
      return form.name();
    }
    return form.name() + "(" + String.join(", ", said) + ")";
  }

  private static String value(AbiReader reader, String type, int place) {
    if (type.equals("address")) {
      return reader.address(place).hex();
    }
    if (type.equals("string")) {
      return reader.string(place);
    }
    if (type.equals("bytes32")) {
      return Hex.encode(reader.fixed(place, Abi.WORD));
    }
    return type.startsWith("uint") ? uint(reader, place) : "…";
  }

  /** A txid is known by its digits, everything smaller by its value. */
  private static String uint(AbiReader reader, int place) {
    return reader.uint(place).bitLength() > Long.SIZE * 2
        ? Hex.encode(reader.fixed(place, Abi.WORD))
        : reader.uint(place).toString();
  }

  private static Map<String, Form> read() {
    try (InputStream list =
            Objects.requireNonNull(ContractErrors.class.getResourceAsStream(LIST), LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      Map<String, Form> known = new LinkedHashMap<>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(ContractErrors::form)
          .forEach(form -> known.put(selector(form), form));
      return Map.copyOf(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From {@code Name(type name, type name)}. */
  private static Form form(String line) {
    int open = line.indexOf('(');
    String inside = line.substring(open + 1, line.length() - 1);
    List<String[]> parameters =
        inside.isEmpty()
            ? List.of()
            : Arrays.stream(inside.split(", "))
                .map(parameter -> (parameter + " ").split(" ", 2))
                .map(parts -> new String[] {parts[0], parts[1].strip()})
                .toList();
    return new Form(line.substring(0, open), parameters);
  }

  private static String selector(Form form) {
    String types =
        form.parameters().stream().map(parameter -> parameter[0]).collect(Collectors.joining(","));
    return Hex.encode(Abi.selector(form.name() + "(" + types + ")"));
  }
}
