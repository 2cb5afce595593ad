package dev.holdfast.chat.request;

import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of a list of which a person sees only a part. */
class RequestPagesTest {

  private final RequestSummaries summaries = mock(RequestSummaries.class);
  private final ReadingRights rights = mock(ReadingRights.class);
  private final RequestPages pages = new RequestPages(summaries, rights);
  private final List<Integer> limits = new ArrayList<>();

  @BeforeEach
  void everythingIsThere() {
    when(summaries.of(anyCollection()))
        .thenAnswer(
            call ->
                call.<Collection<RequestId>>getArgument(0).stream()
                    .map(id -> RequestSummary.of(Request.submit(id, details(restore(), 1))))
                    .toList());
  }

  private RequestPages.Page page(long newest, LongPredicate readable, Optional<Long> before) {
    when(rights.mayRead(any(), any(RequestSummary.class)))
        .thenAnswer(call -> readable.test(call.<RequestSummary>getArgument(1).id().number()));
    return pages.read(
        (last, limit) -> {
          limits.add(limit);
          long first = last.map(id -> id.number() - 1).orElse(newest);
          return LongStream.iterate(first, number -> number > 0, number -> number - 1)
              .limit(limit)
              .mapToObj(RequestId::new)
              .toList();
        },
        before.map(RequestId::new),
        request -> true,
        ChatBench.ALEX);
  }

  private static List<Long> numbers(RequestPages.Page page) {
    return page.rows().stream().map(row -> row.id().number()).toList();
  }

  @Test
  void whoSeesAllReadsNoMoreThanThePage() {
    RequestPages.Page page = page(1_000, number -> true, Optional.empty());
    assertThat(numbers(page)).startsWith(1_000L).endsWith(991L).hasSize(10);
    assertThat(page.older()).contains(new RequestId(991));
    assertThat(limits).containsExactly(11);
  }

  @Test
  void whoSeesFewGetsFullPagesAllTheSame() {
    LongPredicate everyHundredth = number -> number % 100 == 0;
    RequestPages.Page first = page(1_500, everyHundredth, Optional.empty());
    assertThat(numbers(first)).startsWith(1_500L).endsWith(600L).hasSize(10);
    RequestPages.Page second = page(1_500, everyHundredth, first.older().map(RequestId::number));
    assertThat(numbers(second)).containsExactly(500L, 400L, 300L, 200L, 100L);
    assertThat(second.older()).isEmpty();
  }

  @Test
  void theSearchForThemHasAnEndAndGoesOnWithTheNextPage() {
    LongPredicate oldest = number -> number == 1;
    RequestPages.Page first = page(3_000, oldest, Optional.empty());
    assertThat(first.rows()).isEmpty();
    assertThat(first.older()).isPresent();
    assertThat(limits.stream().mapToInt(Integer::intValue).sum()).isBetween(2_000, 2_300);
    RequestPages.Page second = page(3_000, oldest, first.older().map(RequestId::number));
    assertThat(numbers(second)).containsExactly(1L);
    assertThat(second.older()).isEmpty();
  }
}
