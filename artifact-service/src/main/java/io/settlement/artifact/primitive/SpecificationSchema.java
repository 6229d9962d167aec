// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a specification must say: ten sections, each with its details. */
@Component
class SpecificationSchema {
  private static final String FILE = "/primitive-specification.schema.json";
  private static final int NAMED = 20;

  private final byte[] document = read();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(document, UTF_8), InputFormat.JSON);
  private final JsonMapper json = new JsonMapper();

  /** The schema itself. */
  byte[] document() {
    return document.clone();
  }

  /** What is wrong with a specification, each with its place in it; empty when nothing is. */
  List<String> faults(byte[] specification) {
    JsonNode read;
    try {
      read = json.readTree(specification);
    } catch (JacksonException e) {
      return List.of("not JSON: " + e.getOriginalMessage());
    }
    List<String> faults = new ArrayList<>();
    schema.validate(read).stream()
        .limit(NAMED)
        .forEach(error -> faults.add(error.getInstanceLocation() + ": " + error.getMessage()));
    if (faults.isEmpty()) {
      addContradictions(read, faults);
    }
    return faults;
  }

  /** What is each allowed and not together. */
  private static void addContradictions(JsonNode read, List<String> faults) {
    JsonNode multisig = read.path("securityMeasurements").path("multisig");
    if (multisig.path("required").asInt() > multisig.path("signers").asInt()) {
      faults.add("/securityMeasurements/multisig: more signatures are required than signers");
    }
    JsonNode custody = read.path("custodySolutions");
    if (custody.path("hotPercent").asInt() + custody.path("coldPercent").asInt() != 100) {
      faults.add("/custodySolutions: hot and cold are not 100 percent together");
    }
  }

  /** The primitive that a specification without faults is of. */
  String primitiveOf(byte[] specification) {
    return json.readTree(specification).path("primitive").asString();
  }

  /** Blocks it says withdrawals are bound; empty when it names none. */
  OptionalInt unbondingBlocksOf(byte[] specification) {
    JsonNode blocks = json.readTree(specification).path("stakingAndYield").path("unbondingBlocks");
    return blocks.isNumber() ? OptionalInt.of(blocks.intValue()) : OptionalInt.empty();
  }

  private static byte[] read() {
    try (InputStream in = SpecificationSchema.class.getResourceAsStream(FILE)) {
      return Objects.requireNonNull(in, FILE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
