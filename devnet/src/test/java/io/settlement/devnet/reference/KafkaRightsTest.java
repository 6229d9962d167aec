// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import io.settlement.events.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators give Kafka is what the code needs, and no more. */
class KafkaRightsTest {
  private static final List<KafkaUser> USERS = KafkaUser.all();
  private static final KafkaScripts SCRIPTS = new KafkaScripts(USERS);

  static List<KafkaUser> users() {
    return USERS;
  }

  @ParameterizedTest
  @MethodSource("users")
  void whatIsReadInAGroupIsDeclaredOfTheReader(KafkaUser user) {
    assertThat(user.groups().values()).doesNotContainNull();
    assertThat(user.reads()).containsAll(user.groups().values());
  }

  @Test
  void noTwoUsersShareAGroup() {
    assertThat(USERS.stream().flatMap(user -> user.groups().keySet().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyTopicHasSomebodyWhoWritesIt() {
    Topics.ALL.forEach(
        topic ->
            assertThat(USERS.stream().filter(user -> user.writes().contains(topic.name())))
                .as(topic.name())
                .isNotEmpty());
  }

  @Test
  void theScriptOfRightsSaysSo() {
    Reference.check(
        Reference.inRepository("helm/backing/kafka-acls.sh"), SCRIPTS.rights(), "devnet");
  }

  @Test
  void theScriptOfTopicsSaysWhatIsDeclared() {
    Reference.check(
        Reference.inRepository("helm/backing/kafka-topics.sh"), KafkaScripts.topics(), "devnet");
  }

  @Test
  void theChartSaysTheSame() {
    Reference.check(
        Reference.inRepository("helm/settlement-suite/files/kafka.json"), SCRIPTS.json(), "devnet");
  }

  @Test
  void thePageNamesEveryRight() {
    Reference.checkPart(
        Reference.inRepository("docs/backing-services.md"), "users", SCRIPTS.table(), "devnet");
  }
}
