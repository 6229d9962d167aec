// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.artifact.book.Books;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books of artifacts, for readers. */
@Tag(name = "Artifacts")
@RestController
@RequestMapping("/v1/artifacts")
class ArtifactController {
  private static final int NEWEST = 100;

  private final Catalogue catalogue;
  private final SupplyBook supplies;
  private final Books books;

  ArtifactController(Catalogue catalogue, SupplyBook supplies, Books books) {
    this.catalogue = catalogue;
    this.supplies = supplies;
    this.books = books;
  }

  /** An artifact and who moves it. */
  record ArtifactView(String artifact, List<HandlerView> handlers) {}

  /** A handler that moves an artifact. */
  record HandlerView(
      HandlerId handler, EvmAddress token, int decimals, SettlementMode mode, Status status) {

    static HandlerView of(Catalogue.Entry entry) {
      Asset asset = entry.asset();
      return new HandlerView(
          entry.handler().handler(),
          asset.token(),
          asset.decimals(),
          asset.mode(),
          entry.handler().status());
    }
  }

  @Operation(operationId = "listArtifacts", summary = "Artifacts, their supply and their reserve")
  @GetMapping
  List<ArtifactView> artifacts() {
    Map<String, List<Catalogue.Entry>> artifacts = new TreeMap<>(catalogue.byArtifact());
    return artifacts.entrySet().stream()
        .map(
            artifact ->
                new ArtifactView(
                    artifact.getKey(), artifact.getValue().stream().map(HandlerView::of).toList()))
        .toList();
  }

  @Operation(
      operationId = "getArtifactSupply",
      summary = "What was minted of an artifact, by place")
  @GetMapping("/{id}/supply")
  SupplyView supply(@PathVariable String id) {
    requireKnown(id);
    return supplies.of(id);
  }

  /** Of one message, or the newest. */
  @Operation(
      operationId = "listArtifactBookings",
      summary = "An artifact's bookings, in the order in which they were made")
  @GetMapping("/{id}/bookings")
  BookingsView bookings(
      @PathVariable String id, @RequestParam(required = false) @Nullable TxId txid) {
    requireKnown(id);
    String unbooked = txid == null ? null : books.unbooked(txid).orElse(null);
    return BookingsView.of(id, books.lines(id, txid == null ? null : txid.hex(), NEWEST), unbooked);
  }

  private void requireKnown(String artifact) {
    if (!catalogue.byArtifact().containsKey(artifact) && !supplies.hasBooks(artifact)) {
      throw Problem.notFound("unknown-artifact", "no artifact is called " + artifact);
    }
  }
}
