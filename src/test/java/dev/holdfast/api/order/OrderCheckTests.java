package dev.holdfast.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An order is submitted once, or ends with a reason. */
class OrderCheckTests {

  private static final Person PIPELINE =
      Person.application("00000000-0000-0000-0000-000000000031", "Release pipeline");
  private static final OrderReview.Reviewed FINE =
      new OrderReview.Reviewed(
          Optional.of(CheckedOrder.of(Samples.restore(), List.of(), Samples.NOW)),
          Optional.empty());

  private final OrderReview reviews = mock(OrderReview.class);
  private final OrderSubmission submission = mock(OrderSubmission.class);
  private Workbench bench;
  private OrderRepository orders;
  private OrderCheck checks;

  @BeforeEach
  void open() {
    bench = new Workbench(Databases.H2.fresh()).open("retention");
    orders = new OrderRepository(bench.get(JdbcClient.class));
    checks =
        new OrderCheck(
            orders, reviews, submission, bench.get(TransactionTemplate.class), bench.clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatNothingIsAgainstIsSubmittedAndAnEndedOneIsLeftAlone() {
    Order order = add(false);
    when(reviews.review(any())).thenReturn(FINE);
    assertThat(checks.check(order.id())).isTrue();
    verify(submission).submit(any(), any());
    orders.end(order.id(), OrderState.SUBMITTED, Optional.empty(), OrderResult.NONE);
    assertThat(checks.check(order.id())).isTrue();
    verify(submission, times(1)).submit(any(), any());
    assertThat(checks.check("gone")).isTrue();
  }

  @Test
  void whatIsTakenBackMeanwhileIsNotSubmitted() {
    Order order = add(false);
    when(reviews.review(any()))
        .thenAnswer(
            call -> {
              orders.end(order.id(), OrderState.CANCELED, Optional.empty(), OrderResult.NONE);
              return FINE;
            });
    assertThat(checks.check(order.id())).isTrue();
    verify(submission, never()).submit(any(), any());
    assertThat(orders.find(order.id()).orElseThrow().state()).isEqualTo(OrderState.CANCELED);
  }

  @Test
  void whatIsOnlyToBeCheckedIsNotSubmitted() {
    Order order = add(true);
    when(reviews.review(any())).thenReturn(FINE);
    checks.check(order.id());
    verify(submission, never()).submit(any(), any());
    assertThat(orders.find(order.id()).orElseThrow().state()).isEqualTo(OrderState.CHECKED);
  }

  @Test
  void silenceIsWaitedForAndThenIsNoYes() {
    Order order = add(false);
    when(reviews.review(any())).thenThrow(mock(AdminApiException.class));
    assertThat(checks.check(order.id())).isFalse();
    assertThat(orders.find(order.id()).orElseThrow().state()).isEqualTo(OrderState.CHECKING);
    bench.clock.advance(OrderCheck.PATIENCE.plus(Duration.ofSeconds(1)));
    assertThat(checks.check(order.id())).isTrue();
    Order refused = orders.find(order.id()).orElseThrow();
    assertThat(refused.state()).isEqualTo(OrderState.REFUSED);
    assertThat(refused.result().problem().orElseThrow().type())
        .isEqualTo(ProblemType.SERVICE_UNREACHABLE);
  }

  private Order add(boolean dryRun) {
    Order order =
        new Order(
            "order",
            PIPELINE,
            new Order.Content("restore", Map.of(), dryRun),
            OrderState.CHECKING,
            Optional.empty(),
            OrderResult.NONE,
            bench.clock.instant());
    orders.add(order, "key", "hash");
    return order;
  }
}
