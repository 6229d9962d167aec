// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.gas.GasSettings;
import io.settlement.kit.problem.Problem;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a message would cost on every chain it touches. */
@RestController
@RequestMapping("/v1/quotes")
class QuoteController {
  private final QuoteBook book;
  private final Quotes quotes;
  private final FinalityTerms finality;
  private final GasSettings settings;

  QuoteController(QuoteBook book, Quotes quotes, FinalityTerms finality, GasSettings settings) {
    this.book = book;
    this.quotes = quotes;
    this.finality = finality;
    this.settings = settings;
  }

  @PostMapping
  ResponseEntity<QuoteView> issue(@Valid @RequestBody QuoteRequest request) {
    Quote.Subject subject =
        new Quote.Subject(request.route(), request.size(settings.defaults()), request.tokens());
    QuotedFinality when = finality.of(subject.route(), subject.amount());
    QuoteView view = book.issue(subject, request.sender(), when).view();
    return ResponseEntity.created(URI.create("/v1/quotes/" + view.quoteId())).body(view);
  }

  @GetMapping("/{id}")
  QuoteView find(@PathVariable String id) {
    return quotes
        .find(parse(id))
        .orElseThrow(() -> Problem.notFound("unknown-quote", "no quote " + id))
        .view();
  }

  private static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("invalid-quote-id", "not a quote id");
    }
  }
}
