// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.gateway.door.DoorSettings.Services;
import io.settlement.kit.security.SecurityRules;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which path leads to which service. What is not here is the gateway's own or nobody's. */
@Configuration(proxyBeanMethods = false)
class Door {
  /** Of the JDK's HTTP client, seconds. */
  private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

  private final Services services;
  private final MeterRegistry meters;

  Door(DoorSettings settings, MeterRegistry meters) {
    this.services = settings.services();
    this.meters = meters;
  }

  @Bean
  RouterFunction<ServerResponse> toRegistry() {
    return to(
        new Service("registry", "handler-registry", services.registry()),
        "/v1/chains/**",
        "/v1/handlers/**",
        "/v1/routes/**",
        "/v1/validators/**",
        "/v1/tokens/**",
        "/v1/registry/**",
        "/v1/onboarding/**");
  }

  @Bean
  RouterFunction<ServerResponse> toGas() {
    return to(
        new Service("gas", "gas-service", services.gas()),
        "/v1/quotes/**",
        "/v1/settlements",
        "/v1/gas/**",
        "/v1/gas-proof/**",
        "/v1/receipts/**",
        "/v1/statements/**",
        "/v1/ledger/**",
        "/v1/prices/**");
  }

  @Bean
  RouterFunction<ServerResponse> toArtifact() {
    return to(
        new Service("artifact", "artifact-service", services.artifact()),
        "/v1/artifacts/**",
        "/v1/primitives/**",
        "/v1/specifications/**",
        "/v1/plans/**");
  }

  @Bean
  RouterFunction<ServerResponse> toRelayer() {
    Service relayer = new Service("relayer", "relayer-service", services.relayer());
    Breaker breaker = Breaker.ofService(relayer.name(), meters);
    // Its names for what does not go on, and for who decided what, are those of lists of the
    // gateway's own.
    RouterFunction<ServerResponse> waiting =
        route("relayer-waiting")
            .route(path("/v1/waiting"), http())
            .filter(breaker)
            .filter(Breaker.ofRoute(relayer.name(), "/v1/waiting", meters))
            .before(uri(relayer.address()))
            .before(setPath("/v1/messages"))
            .filter(AnswerBody::begun)
            .build();
    RouterFunction<ServerResponse> decisions =
        route("relayer-decisions")
            .route(path("/v1/decisions"), http())
            .filter(breaker)
            .filter(Breaker.ofRoute(relayer.name(), "/v1/decisions", meters))
            .before(uri(relayer.address()))
            .before(setPath("/v1/audit"))
            .filter(AnswerBody::begun)
            .build();
    RouterFunction<ServerResponse> others =
        to(
            relayer,
            breaker,
            "/v1/messages/{txid}/attestations",
            "/v1/messages/{txid}/redrive",
            "/v1/messages/{txid}/release",
            "/v1/messages/{txid}/trial",
            "/v1/messages/{txid}/archive",
            "/v1/redrives",
            "/v1/approvals/**",
            "/v1/stops/**",
            "/v1/limits/**",
            "/v1/lanes/**",
            "/v1/nodes/**",
            "/v1/equivocations/**",
            "/v1/vaults/**",
            "/v1/deposits/**",
            "/v1/withdrawals/**");
    return waiting.and(decisions).and(others);
  }

  /** Where every process of the relayer has all roles but the validator's, it is the same one. */
  @Bean
  RouterFunction<ServerResponse> toObserver() {
    URI observer = services.observer() == null ? services.relayer() : services.observer();
    return to(
        new Service("observer", "relayer-service (observer)", observer), "/v1/observation/**");
  }

  @Bean
  ClientHttpRequestFactory towardsServices(DoorSettings settings) {
    // An instance that ends asks for new connections for longer than an idle one is kept here.
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, "3");
    }
    Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client, threads);
    // What a service compressed for the caller goes on as it is.
    factory.enableCompression(false);
    factory.setReadTimeout(settings.responseTimeout());
    return factory;
  }

  @Bean
  SecurityRules anybodyMayAskWhatThisIs() {
    return rules -> rules.requestMatchers("/").permitAll();
  }

  private RouterFunction<ServerResponse> to(Service service, String... paths) {
    return to(service, Breaker.ofService(service.name(), meters), paths);
  }

  private RouterFunction<ServerResponse> to(Service service, Breaker breaker, String... paths) {
    return Arrays.stream(paths)
        .map(
            path ->
                route(service.word())
                    .route(path(path), http())
                    .filter(breaker)
                    .filter(Breaker.ofRoute(service.name(), path, meters))
                    .before(uri(service.address()))
                    .filter(AnswerBody::begun)
                    .build())
        .reduce(RouterFunction::and)
        .orElseThrow();
  }
}
