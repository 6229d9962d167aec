// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.Caller.Text;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.Issuer;
import io.settlement.gateway.console.ConsoleSettings.SignIn;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class ConsolePagesTest extends GatewayWorld {
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/console/assets/[^\"]+\\.js)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {"/console/", "/console/index.html", "/console/messages/0x12", "/console/no"})
  void isOnePageToAnybodyAtEveryAddress(String path) {
    Text page = stranger().text(path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<div id=\"root\">");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(stranger().head(path).status()).isEqualTo(200);
  }

  @Test
  void letsNothingRunButItsOwnFilesAndNobodyFrameIt() {
    String policy = stranger().text("/console/").header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(policy).contains("connect-src 'self' " + Issuer.NAME + ";");
    assertThat(policy.replace(Issuer.NAME, "")).doesNotContain("unsafe", "data:", "http");
  }

  @Test
  void saysWhereOneMaySignIn() {
    Answer ways = stranger().get("/console/sign-in.json");

    assertThat(ways.body().at("/issuer/authority").asString()).isEqualTo(Issuer.NAME);
    assertThat(ways.body().at("/issuer/clientId").asString()).isEqualTo("settlement-console");
    assertThat(ways.header("Cache-Control")).contains("no-store");
  }

  @Test
  void asksNobodyElseWhereKeysAreAllThereIs() {
    SignInController none =
        new SignInController(
            new ConsoleSettings(new SignIn(null, "openid", Map.of(), List.of("https://x.example"))),
            "");

    assertThat(none.ways().issuer()).isNull();
    assertThat(none.origins()).isEmpty();
  }

  @Test
  void aClientWithoutAnIssuerIsAMistake() {
    SignIn alone = new SignIn("settlement-console", "openid", Map.of(), List.of());

    assertThatThrownBy(() -> new SignInController(new ConsoleSettings(alone), ""))
        .isInstanceOf(InvalidConfigurationPropertyValueException.class);
  }

  @Test
  void letsBrowsersKeepFilesThatCarryTheirHash() {
    Matcher script = SCRIPT.matcher(stranger().text("/console/").body());
    assertThat(script.find()).isTrue();

    Text file = stranger().text(script.group(1));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Cache-Control")).contains("immutable", "max-age=31536000");
    Text packed = stranger().text(script.group(1), "Accept-Encoding", "br");
    assertThat(packed.header("Content-Encoding")).isEqualTo("br");
    assertThat(packed.body().length()).isLessThan(file.body().length() / 2);
  }

  @Test
  void hasNoFileThatIsNotThere() {
    assertThat(stranger().get("/console/assets/none.js").status()).isEqualTo(404);
    assertThat(stranger().text("/console/assets/..%2f..%2f..%2fapplication.yml").status())
        .isNotEqualTo(200);
  }

  @Test
  void isFoundWithoutTheSlash() {
    assertThat(stranger().text("/console").header("Location")).endsWith("/console/");
  }

  @Test
  void tellsACallerWhoHeIs() {
    Answer me = caller(OPERATOR).get("/v1/me");

    assertThat(me.text("name")).isEqualTo("ops");
    assertThat(me.body().path("scopes").toString()).isEqualTo("[\"operator\",\"partner\"]");
    assertThat(partner.get("/v1/me").body().path("scopes").toString()).isEqualTo("[\"partner\"]");
    assertThat(stranger().get("/v1/me").code()).isEqualTo("unauthenticated");
  }
}
