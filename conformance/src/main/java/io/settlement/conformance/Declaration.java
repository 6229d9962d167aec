// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a chain's team says of its chain: a file in JSON or YAML, or the body of an application.
 * Everything may be left out; what is left out is not declared.
 *
 * @param chain what it is
 * @param finality when a block is final, and why
 * @param providers who answers for it
 * @param documents where its documents are
 * @param multisig the wallet that administers on it
 * @param explorer its block explorer
 * @param suite addresses of the settlement suite deployed on it, by contract
 * @param waivers requirements it wishes to be excused from
 */
public record Declaration(
    Chain chain,
    Finality finality,
    List<Provider> providers,
    Documents documents,
    Multisig multisig,
    Explorer explorer,
    Map<String, String> suite,
    List<Waiver> waivers) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Whatever is left out is empty. */
  public Declaration {
    chain = Objects.requireNonNullElseGet(chain, Chain::undeclared);
    finality = Objects.requireNonNullElseGet(finality, Finality::undeclared);
    providers = providers == null ? List.of() : List.copyOf(providers);
    documents = Objects.requireNonNullElseGet(documents, Documents::undeclared);
    multisig = Objects.requireNonNullElseGet(multisig, Multisig::undeclared);
    explorer = Objects.requireNonNullElseGet(explorer, Explorer::undeclared);
    suite = suite == null ? Map.of() : Map.copyOf(suite);
    waivers = waivers == null ? List.of() : List.copyOf(waivers);
  }

  /**
   * Reads JSON or YAML.
   *
   * @throws IllegalArgumentException with the place and what is wrong there
   */
  public static Declaration parse(String text) {
    try {
      return Objects.requireNonNullElseGet(
          YAML.readValue(text, Declaration.class), () -> ofProviders(List.of()));
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          "not a declaration of a chain: nobody knows \"%s\" there, but %s"
              .formatted(e.getPropertyName(), new TreeSet<>(e.getKnownPropertyIds())),
          e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "not a declaration of a chain: " + e.getOriginalMessage() + at(e), e);
    }
  }

  private static String at(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /** Only where it answers. */
  public static Declaration ofProviders(List<URI> urls) {
    return new Declaration(
        Chain.undeclared(),
        Finality.undeclared(),
        urls.stream().map(url -> new Provider(url, Optional.empty(), Optional.empty())).toList(),
        Documents.undeclared(),
        Multisig.undeclared(),
        Explorer.undeclared(),
        Map.of(),
        List.of());
  }

  /**
   * What a chain is.
   *
   * @param name as the suite will call it
   * @param id EIP-155
   * @param family as {@code EVM}, {@code OP Stack}, {@code Arbitrum Orbit}
   * @param blockTime seconds, or ISO-8601 as {@code PT2S}
   * @param timestampDrift the most a block's time differs from the wall's; 15 s when not declared
   * @param logLookback the most blocks one eth_getLogs may span; 1000 when not declared
   * @param blobs whether its transactions may carry blobs
   * @param freeGas whether a gas price of zero is right
   */
  public record Chain(
      Optional<String> name,
      Optional<Long> id,
      Optional<String> family,
      Optional<Duration> blockTime,
      Duration timestampDrift,
      Long logLookback,
      Boolean blobs,
      Boolean freeGas) {
    /** Fills in what is usual. */
    public Chain {
      timestampDrift = Objects.requireNonNullElseGet(timestampDrift, () -> Duration.ofSeconds(15));
      logLookback = Objects.requireNonNullElse(logLookback, 1000L);
      blobs = Objects.requireNonNullElse(blobs, false);
      freeGas = Objects.requireNonNullElse(freeGas, false);
    }

    static Chain undeclared() {
      return new Chain(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Duration.ofSeconds(15),
          1000L,
          false,
          false);
    }
  }

  /**
   * When a block is final, and why.
   *
   * @param mechanism how blocks become final
   * @param assumptions what that relies on
   * @param violations what would have to happen for a final block to change
   * @param expected the usual time from a block to its finality
   * @param lagBlocks the most blocks that finality is behind the head
   * @param document where developers read that
   */
  public record Finality(
      Optional<String> mechanism,
      Optional<String> assumptions,
      Optional<String> violations,
      Optional<Duration> expected,
      Optional<Long> lagBlocks,
      Optional<URI> document) {
    static Finality undeclared() {
      return new Finality(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Who answers for the chain.
   *
   * @param url JSON-RPC over HTTP
   * @param ws JSON-RPC over WebSocket
   * @param operator the company behind it
   */
  public record Provider(URI url, Optional<URI> ws, Optional<String> operator) {
    /** Refuses one without an address. */
    public Provider {
      if (url == null) {
        throw new IllegalArgumentException("a provider needs a url");
      }
    }
  }

  /**
   * Where its documents are.
   *
   * @param fullNode instructions and hardware for a full node
   * @param archiveNode the same for an archive node
   * @param nodeOptions how batches, log lookbacks, HTTPS and WSS are configured
   * @param support where an incident is told, an address or a mailbox
   * @param sla the contractual statement on uptime and answers
   * @param answerWithin the promised time to answer the most severe incident
   */
  public record Documents(
      Optional<URI> fullNode,
      Optional<URI> archiveNode,
      Optional<URI> nodeOptions,
      Optional<String> support,
      Optional<URI> sla,
      Optional<Duration> answerWithin) {
    static Documents undeclared() {
      return new Documents(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * The wallet that administers on the chain.
   *
   * @param implementation its name and version, as {@code Safe 1.4.1}
   * @param factory the contract that makes wallets
   * @param singleton the contract that wallets delegate to
   * @param wallet the administrator's own
   * @param ui where people sign
   * @param audit the auditors' report
   */
  public record Multisig(
      Optional<String> implementation,
      Optional<String> factory,
      Optional<String> singleton,
      Optional<String> wallet,
      Optional<URI> ui,
      Optional<URI> audit) {
    static Multisig undeclared() {
      return new Multisig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Its block explorer.
   *
   * @param url for people
   * @param api for programs, in the style of Etherscan
   */
  public record Explorer(Optional<URI> url, Optional<URI> api) {
    static Explorer undeclared() {
      return new Explorer(Optional.empty(), Optional.empty());
    }
  }

  /**
   * A requirement the chain wishes to be excused from; an operator decides.
   *
   * @param requirement its id
   * @param reason why it need not be met
   */
  public record Waiver(String requirement, String reason) {
    /** Refuses one without a reason. */
    public Waiver {
      if (requirement == null || reason == null || reason.isBlank()) {
        throw new IllegalArgumentException("a waiver names a requirement and a reason");
      }
    }
  }
}
