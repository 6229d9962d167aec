// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journeys.NodeProgram.Said;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A partner who has an API key, viem and docs/client.md, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.OTHER_USER)
class ClientJourney {
  private static final Path CLIENT = SharedWorld.root().resolve("client");
  private static final Pattern SENT = Pattern.compile("message (0x[0-9a-f]{64}), sent by");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Network network = SharedWorld.network();
  private final Account user = network.otherUser();
  private final Sending sending = network.from("Alpha").to("Beta").by(user);

  @Test
  void theGuideLeadsFromAnApiKeyToTheRefund() {
    Holdings before = Holdings.of(sending);

    Said guide = run("target/js/guide/guide.js");

    assertThat(guide.code()).as(guide.text()).isZero();
    assertThat(guide.text()).contains("SETTLED SUCCESS", ", 0 differ", "refused: invalid-amount");
    TokenAmount amount = sending.units("1.5");
    Holdings after = Holdings.of(sending);
    assertThat(after.sender()).isEqualTo(before.sender().minus(amount));
    assertThat(after.receiver()).isEqualTo(before.receiver().plus(amount));
    TxId txid = txid(guide.text());
    assertThat(sending.from().gasAccount(txid, user.address()).closed()).isTrue();
    assertThat(guide.text()).contains("refunded " + refunded(txid) + " by 0x");

    Said status = run("cli/dist/settle.js", "status", txid.hex());
    assertThat(status.code()).as(status.text()).isZero();
    assertThat(status.text()).contains("SETTLED SUCCESS, ended", "RefundPaid");
    Said claim = run("cli/dist/settle.js", "claim", txid.hex(), "--rpc-url", rpcOf("Alpha"));
    assertThat(claim.code()).as(claim.text()).isZero();
    assertThat(claim.text()).contains("nothing is to be claimed there now");
  }

  @Test
  void commandsSendAMessageAndShowReservesAndWhatWaits() {
    Said sent =
        run(
            "cli/dist/settle.js",
            "send",
            "--from",
            "Alpha:" + sending.sourceHandler().handler(),
            "--to",
            "Beta:" + sending.targetHandler().handler(),
            "--amount",
            sending.units("0.5").toString(),
            "--rpc-url",
            rpcOf("Alpha"),
            "--follow");
    assertThat(sent.code()).as(sent.text()).isZero();
    assertThat(sent.text()).contains(" wei for gas", "MessageDelivered", "RefundPaid");

    Said reserves = operate("reserves");
    assertThat(reserves.code()).as(reserves.text()).isZero();
    assertThat(reserves.text()).contains("  balanced", "in flight");

    Said tried = operate("redrive", "--stage", "PARKED");
    assertThat(tried.code()).as(tried.text()).isZero();
    assertThat(tried.text()).contains(" tried, nothing changed");
  }

  /** On forks of the registry's own, whose node the composed world's registry does not have. */
  @Test
  void aHandlerIsMeasuredByACommandAndItsReportSaysTheSame() {
    SharedWorld.requireOurs();
    String handler = "Beta:" + sending.targetHandler().handler();

    Said run = operate("conformance", "run", handler, "--wait");
    assertThat(run.text()).contains("FINISHED");
    Said report = operate("conformance", "report", handler);
    assertThat(report.text()).contains("verdict", " met, ");
    assertThat(report.code()).as(report.text()).isEqualTo(run.code());
  }

  private static TxId txid(String text) {
    Matcher found = SENT.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return new TxId(found.group(1));
  }

  private String refunded(TxId txid) {
    MessageView view =
        MessageView.of(network.partner().get("/v1/messages/" + txid).orFail("the message").json());
    return view.amount("refunded").orElseThrow().value().toString();
  }

  private Said run(String program, String... words) {
    return new NodeProgram(CLIENT.resolve(program), environment()).run(PATIENCE, words);
  }

  private Said operate(String... words) {
    Map<String, String> environment =
        Map.of(
            "SETTLE_URL", network.file().gateway().toString(),
            "SETTLE_API_KEY", network.file().operatorKey());
    return new NodeProgram(CLIENT.resolve("cli/dist/settle.js"), environment).run(PATIENCE, words);
  }

  private String rpcOf(String chain) {
    return network.file().chain(chain).rpcUrl().toString();
  }

  private Map<String, String> environment() {
    String gateway = network.file().gateway().toString();
    String key = network.file().partnerKey();
    return Map.of(
        "GATEWAY", gateway,
        "API_KEY", key,
        "SETTLE_URL", gateway,
        "SETTLE_API_KEY", key,
        "ALPHA_RPC", rpcOf("Alpha"),
        "BETA_RPC", rpcOf("Beta"),
        "PRIVATE_KEY", user.privateKeyHex(),
        "SETTLE_PRIVATE_KEY", user.privateKeyHex(),
        "FROM_HANDLER", sending.sourceHandler().handler().hex(),
        "TO_HANDLER", sending.targetHandler().handler().hex());
  }
}
