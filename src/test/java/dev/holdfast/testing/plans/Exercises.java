package dev.holdfast.testing.plans;

import dev.holdfast.retention.RetentionProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs exercises and notes what they did. */
public final class Exercises {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  /** The time of a hundred rows of each table is over. */
  private static final Duration KEEP = Duration.between(Instant.parse("2024-01-01T01:40:00Z"), NOW);

  private static final RetentionProperties KEPT = new RetentionProperties(KEEP, KEEP, KEEP, KEEP);

  private final PlanRecorder recorder;

  /** Also of what makes a statement that another method executes. */
  private final Set<String> callers = new TreeSet<>();

  public Exercises(Databases kind, TestDatabase database) {
    recorder = new PlanRecorder(kind, database.dataSource());
  }

  public void run(List<Exercise> exercises) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(recorder);
    JdbcClient jdbc = noting(JdbcClient.create(recorder));
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(DataSource.class, () -> recorder);
      context.registerBean(
          "reservedDataSource",
          DataSource.class,
          () -> recorder,
          definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
      context.registerBean(JdbcClient.class, () -> jdbc);
      context.registerBean(PlatformTransactionManager.class, () -> transactions);
      context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
      context.registerBean(Clock.class, () -> new SettableClock(NOW));
      context.registerBean(RetentionProperties.class, () -> KEPT);
      exercises.forEach(exercise -> exercise.beans().forEach(context::register));
      context.refresh();
      TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
      exercises.forEach(
          exercise -> transaction.executeWithoutResult(status -> exercise.run(context)));
    }
  }

  public PlanRecorder recorder() {
    return recorder;
  }

  public List<QueryPlan> plans() {
    return recorder.plans();
  }

  /** The methods that made a statement, as {@code Class#method}. */
  public Set<String> callers() {
    callers.addAll(recorder.callers());
    return callers;
  }

  private JdbcClient noting(JdbcClient jdbc) {
    return (JdbcClient)
        Proxy.newProxyInstance(
            JdbcClient.class.getClassLoader(),
            new Class<?>[] {JdbcClient.class},
            (proxy, method, arguments) -> {
              callers.addAll(Callers.current());
              try {
                return method.invoke(jdbc, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
