package dev.holdfast.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.api.ApiMeters;
import dev.holdfast.api.ProblemException;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One idempotency key is one order. */
@EachDatabase
class OrderIntakeTests {

  private static final Person PIPELINE =
      Person.application("00000000-0000-0000-0000-000000000031", "Release pipeline");
  private static final Person OTHER =
      Person.application("00000000-0000-0000-0000-000000000032", "Other pipeline");

  private final Databases database;
  private Workbench bench;
  private OrderRepository orders;
  private OrderIntake intake;

  private final MeterRegistry meters = new SimpleMeterRegistry();

  OrderIntakeTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new Workbench(database.fresh()).open("retention");
    orders = new OrderRepository(bench.get(JdbcClient.class));
    intake =
        new OrderIntake(
            orders,
            new OrderCheckTask(bench.get(dev.holdfast.support.TaskScheduler.class), bench.clock),
            bench.get(TransactionTemplate.class),
            bench.clock,
            ApiMeters.over(meters));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theSameKeyIsTheSameOrderForOneApplication() {
    OrderIntake.Taken first = intake.take(PIPELINE, "key", content("a"));
    OrderIntake.Taken again = intake.take(PIPELINE, "key", content("a"));
    assertThat(again.repeated()).isTrue();
    assertThat(meters.get("holdfast.api.orders").tag("repeated", "true").counter().count())
        .isEqualTo(1);
    assertThat(meters.get("holdfast.api.orders").tag("repeated", "false").counter().count())
        .isEqualTo(1);
    assertThat(again.order()).isEqualTo(first.order());
    assertThat(intake.take(OTHER, "key", content("a")).repeated()).isFalse();
    assertThat(intake.take(PIPELINE, "KEY", content("a")).repeated()).isFalse();
    assertThatThrownBy(() -> intake.take(PIPELINE, "key", content("b")))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> intake.take(PIPELINE, "key", new Order.Content("backup", Map.of(), true)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void twoThreadsWithOneKeyMakeOneOrder() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        String key = "key-" + round;
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<OrderIntake.Taken>> taken = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          taken.add(
              threads.submit(
                  () -> {
                    together.await();
                    return intake.take(PIPELINE, key, content("a"));
                  }));
        }
        Set<String> ids = new TreeSet<>();
        for (Future<OrderIntake.Taken> one : taken) {
          ids.add(one.get().order().id());
        }
        assertThat(ids).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(orders.checking(PIPELINE)).isEqualTo(10);
  }

  @Test
  void tooManyAtOnceAreRefused() {
    for (int i = 0; i < OrderIntake.MOST_CHECKING; i++) {
      intake.take(PIPELINE, "key-" + i, content("a"));
    }
    assertThatThrownBy(() -> intake.take(PIPELINE, "one more", content("a")))
        .isInstanceOf(ProblemException.class);
    assertThat(intake.take(PIPELINE, "key-0", content("a")).repeated()).isTrue();
  }

  @Test
  void whatIsCheckedCanBeTakenBackByItsApplicationOnce() {
    String id = intake.take(PIPELINE, "key", content("a")).order().id();
    assertThat(intake.cancel(id, OTHER)).isFalse();
    assertThat(intake.cancel(id, PIPELINE)).isTrue();
    assertThat(intake.cancel(id, PIPELINE)).isFalse();
    assertThat(orders.find(id).orElseThrow().state()).isEqualTo(OrderState.CANCELED);
  }

  @Test
  void aKeyIsForgottenAfterItsTime() {
    intake.take(PIPELINE, "key", content("a"));
    ExpiredOrders expired = new ExpiredOrders(bench.get(JdbcClient.class), bench.clock);
    bench.clock.advance(ExpiredOrders.KEPT.minus(Duration.ofSeconds(1)));
    assertThat(expired.delete(10)).isZero();
    bench.clock.advance(Duration.ofSeconds(2));
    assertThat(expired.delete(10)).isEqualTo(1);
  }

  private static Order.Content content(String label) {
    return new Order.Content("backup", Map.of("source", "env", "label", label), false);
  }
}
