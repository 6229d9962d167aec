// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.keys.SignerUnavailable;
import io.settlement.chain.keys.SigningKey;
import io.settlement.events.value.Hex;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Signs quotes as the vault of their source chain checks them. */
@Component
class QuoteSigner {
  private static final Logger log = LoggerFactory.getLogger(QuoteSigner.class);

  private final ChainNodes nodes;
  private final MeterRegistry meters;
  private final @Nullable SigningKey key;

  QuoteSigner(
      PromiseSettings settings, ChainNodes nodes, SslBundles bundles, MeterRegistry meters) {
    this.nodes = nodes;
    this.meters = meters;
    PromiseSettings.Signer signer = settings.signer();
    this.key =
        signer == null
            ? null
            : signer.source().open(name -> bundles.getBundle(name).createSslContext());
    if (key == null) {
      log.info("no settlement.gas.quotes.signer: quotes are estimates, none is signed");
    } else {
      log.atInfo().addKeyValue("signer", key.address()).log("quote signer's key opened");
    }
  }

  /**
   * Signs.
   *
   * @return null when there is no key, or no vault on the source chain that could check it
   */
  Quote.@Nullable Signed sign(
      UUID id, Quote.Subject subject, Binding binding, Promise promise, Quote.Validity validity) {
    SigningKey signing = key;
    ChainSettings chain = vault(subject);
    if (signing == null || chain == null) {
      return null;
    }
    GasQuote struct =
        new GasQuote(
            Quote.onChain(id),
            binding.txid(),
            binding.payer(),
            promise.total(),
            promise.told().legsHash(),
            binding.payloadHash(),
            validity.lastSecond());
    try {
      byte[] signature = signing.sign(struct.form(chain.chainId(), chain.gasService()));
      return new Quote.Signed(
          struct,
          binding.sender(),
          chain.chainId(),
          chain.gasService(),
          signing.address(),
          Hex.encode(signature));
    } catch (SignerUnavailable e) {
      meters.counter("settlement.gas.quotes.unsigned").increment();
      log.atWarn().addKeyValue("cause", e.getMessage()).log("a quote could not be signed");
      throw Problem.unavailable("signer-unavailable", "quotes cannot be signed at the moment");
    }
  }

  private @Nullable ChainSettings vault(Quote.Subject subject) {
    return nodes
        .of(subject.route().from().chain())
        .map(reader -> reader.settings())
        .filter(chain -> !chain.gasService().equals(ChainSettings.NOWHERE))
        .orElse(null);
  }
}
