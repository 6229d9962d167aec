// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.registry.RegistryView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators say a chain's native token is worth; every word of theirs stays. */
@Tag(name = "Prices")
@RestController
@RequestMapping("/v1/prices/{chain}/source")
@PreAuthorize("hasAuthority('SCOPE_operator')")
class RateController {
  private static final Logger log = LoggerFactory.getLogger(RateController.class);

  private final RateBook book;
  private final ChainNodes nodes;
  private final RegistryView registry;
  private final Clock clock;

  RateController(RateBook book, ChainNodes nodes, RegistryView registry, Clock clock) {
    this.book = book;
    this.nodes = nodes;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * One of both.
   *
   * @param usd US dollars for one whole token, decimal text
   * @param sameAs the chain whose native token it is too
   * @param because why, for the audit
   */
  record RateBody(
      @Nullable
          @DecimalMin(value = "0", inclusive = false)
          @DecimalMax("1e15")
          @Digits(integer = 16, fraction = 18)
          String usd,
      @Nullable ChainName sameAs,
      @NotBlank @Size(max = 500) String because) {

    @Nullable BigDecimal price() {
      return usd == null ? null : new BigDecimal(usd);
    }
  }

  /**
   * A word of an operator.
   *
   * @param usd US dollars for one whole token, decimal text; left out, with {@code sameAs}, where
   *     it withdraws what was said before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RateView(
      ChainName chain,
      @Nullable String usd,
      @Nullable ChainName sameAs,
      String by,
      String because,
      Instant at) {

    private static RateView of(ToldRate one) {
      BigDecimal usd = one.usd();
      return new RateView(
          one.chain(),
          usd == null ? null : usd.toPlainString(),
          one.sameAs(),
          one.by(),
          one.because(),
          one.at());
    }
  }

  @GetMapping
  @Operation(
      operationId = "listToldRates",
      summary = "What operators said of a chain's native token, the newest first")
  List<RateView> told(@PathVariable ChainName chain) {
    return book.all(chain).stream().map(RateView::of).toList();
  }

  @PutMapping
  @Transactional
  @Operation(operationId = "tellRate", summary = "Say what a chain's native token is worth")
  RateView tell(
      @PathVariable ChainName chain, @Valid @RequestBody RateBody body, Principal operator) {
    requireKnown(chain);
    ChainName sameAs = body.sameAs();
    if ((body.usd() == null) == (sameAs == null)) {
      throw Problem.badRequest("invalid-rate", "either usd or sameAs");
    }
    if (sameAs != null) {
      requirePricedByItself(chain, sameAs);
    }
    ToldRate last = book.last(chain).orElse(null);
    if (last != null && last.says(body.price(), sameAs)) {
      return RateView.of(last);
    }
    return say(
        new ToldRate(
            chain, body.price(), sameAs, operator.getName(), body.because(), clock.instant()));
  }

  @DeleteMapping
  @Transactional
  @Operation(
      operationId = "withdrawRate",
      summary = "Withdraw what operators said of a chain's native token")
  RateView withdraw(
      @PathVariable ChainName chain,
      @RequestParam @NotBlank @Size(max = 500) String because,
      Principal operator) {
    if (book.of(chain).isEmpty()) {
      throw Problem.notFound("nothing-told", "no operator's word on the token of " + chain);
    }
    return say(new ToldRate(chain, null, null, operator.getName(), because, clock.instant()));
  }

  private RateView say(ToldRate one) {
    book.add(one);
    log.atInfo()
        .addKeyValue("chain", one.chain())
        .addKeyValue("usd", one.usd())
        .addKeyValue("sameAs", one.sameAs())
        .addKeyValue("operator", one.by())
        .log("an operator told what a native token is worth: {}", one.because());
    return RateView.of(one);
  }

  private void requireKnown(ChainName chain) {
    if (nodes.of(chain).isEmpty() && registry.chain(chain).isEmpty()) {
      throw Problem.notFound("unknown-chain", "no chain " + chain);
    }
  }

  /** One step, never a circle. */
  private void requirePricedByItself(ChainName chain, ChainName other) {
    requireKnown(other);
    if (other.equals(chain) || book.of(other).map(ToldRate::sameAs).isPresent()) {
      throw Problem.unprocessable(
          "rate-of-another", "the token of " + other + " is not priced by itself");
    }
  }
}
