// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.gas.GasSettings;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a message would cost on every chain it touches. */
@Tag(name = "Quotes")
@RestController
@RequestMapping("/v1/quotes")
class QuoteController {
  private final QuoteBook book;
  private final Quotes quotes;
  private final Exposure exposure;
  private final PayoutCosts payouts;
  private final GasSettings settings;

  QuoteController(
      QuoteBook book, Quotes quotes, Exposure exposure, PayoutCosts payouts, GasSettings settings) {
    this.book = book;
    this.quotes = quotes;
    this.exposure = exposure;
    this.payouts = payouts;
    this.settings = settings;
  }

  @Operation(
      operationId = "createQuote",
      summary = "Quote a message: an estimate, or signed for one message alone",
      parameters =
          @Parameter(
              in = ParameterIn.HEADER,
              name = "Idempotency-Key",
              schema = @Schema(type = "string", minLength = 1, maxLength = 128),
              description = "The same key and body get the same answer for a day"))
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<QuoteView> issue(@Valid @RequestBody QuoteRequest request) {
    Ask ask = request.ask(settings.defaults());
    QuoteView view = QuoteView.of(book.issue(ask, settings.quoteTtl()), payouts);
    return ResponseEntity.created(URI.create("/v1/quotes/" + view.quoteId())).body(view);
  }

  @Operation(
      operationId = "getQuote",
      summary = "A quote as it was given; fees of Bitcoin as they are now")
  @GetMapping("/{id}")
  QuoteView find(@PathVariable String id) {
    return quotes
        .find(parse(id, "invalid-quote-id"))
        .map(quote -> QuoteView.of(quote, payouts))
        .orElseThrow(() -> Problem.notFound("unknown-quote", "no quote " + id));
  }

  @Operation(
      operationId = "listExposure",
      summary = "What the operator has promised and not settled yet, by source chain")
  @GetMapping("/exposure")
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  List<Exposure.View> exposure() {
    return exposure.now();
  }

  static UUID parse(String id, String code) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(code, "not an id of ours");
    }
  }
}
