// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.Story.Route;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.SettlementMode;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@Import(ConstantStatementsTest.Counting.class)
class ConstantStatementsTest extends ArtifactTest {
  private static final Set<String> PREPARES = Set.of("prepareStatement", "prepareCall");
  private static final ThreadLocal<AtomicInteger> PREPARED =
      ThreadLocal.withInitial(AtomicInteger::new);

  @Autowired Bookkeeper flow;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @Autowired TransactionTemplate transaction;

  @Test
  void aBatchOfAnySizeCostsTheSameNumberOfStatements() {
    int forOne = statementsFor(1);

    int forMany = statementsFor(100);

    assertThat(forMany).isEqualTo(forOne).isBetween(5, 20);
  }

  private int statementsFor(int messages) {
    List<MessageEvent> facts = new ArrayList<>();
    Route route = registered();
    for (int i = 0; i < messages; i++) {
      facts.addAll(route.send(5).life(Outcome.SUCCESS));
    }
    PREPARED.get().set(0);
    transaction.executeWithoutResult(status -> flow.onMessages(facts));
    return PREPARED.get().get();
  }

  private Route registered() {
    Route route = Route.of(SettlementMode.MINT_BURN);
    kafka.send(route.states());
    await().until(() -> registry.handler(route.source().handler()).isPresent());
    await().until(() -> registry.handler(route.target().handler()).isPresent());
    return route;
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Counting {
    @Bean
    static BeanPostProcessor countingStatements() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? counting(DataSource.class, source) : bean;
        }
      };
    }

    private static <T> T counting(Class<T> type, T target) {
      Object proxy =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> {
                if (PREPARES.contains(method.getName())) {
                  PREPARED.get().incrementAndGet();
                }
                try {
                  Object result = method.invoke(target, arguments);
                  return result instanceof Connection connection
                      ? counting(Connection.class, connection)
                      : result;
                } catch (InvocationTargetException e) {
                  throw e.getTargetException();
                }
              });
      return type.cast(proxy);
    }
  }
}
