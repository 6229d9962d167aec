// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the statements that a piece of work prepares on its own thread. A test that imports it
 * shows that a batch of any size costs the same number of them.
 */
public final class StatementCounter implements BeanPostProcessor {
  private static final Set<String> PREPARES = Set.of("prepareStatement", "prepareCall");
  private static final ThreadLocal<AtomicInteger> PREPARED =
      ThreadLocal.withInitial(AtomicInteger::new);

  /** Statements that `work` prepared. */
  public int statementsOf(Runnable work) {
    PREPARED.get().set(0);
    work.run();
    return PREPARED.get().get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? counting(DataSource.class, source) : bean;
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
