package dev.holdfast.chat.request;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestSummaries;
import dev.holdfast.request.store.RequestSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Reads lists of requests a page at a time: of those that the reader may see. */
@Component
class RequestPages {

  private static final int PAGE = RequestListView.PAGE;

  /** Where few can be seen, more are read at once. */
  private static final int BATCH = 200;

  /** So many are read for a page at most; the next page goes on behind them. */
  private static final int MOST = 2_000;

  private final RequestSummaries summaries;
  private final ReadingRights rights;

  RequestPages(RequestSummaries summaries, ReadingRights rights) {
    this.summaries = summaries;
    this.rights = rights;
  }

  /** A list of requests, newest first. */
  interface Source {

    /** The first so many that are older than a request, or the newest. */
    List<RequestId> next(Optional<RequestId> before, int limit);
  }

  /**
   * A page.
   *
   * @param older behind which request the next page begins; empty on the last
   */
  record Page(List<RequestSummary> rows, Optional<RequestId> older) {}

  Page read(
      Source source, Optional<RequestId> before, Predicate<RequestSummary> fits, ChatUser who) {
    List<RequestSummary> page = new ArrayList<>();
    Optional<RequestId> last = before;
    int batch = PAGE + 1;
    for (int read = 0; read < MOST; read += batch, batch = BATCH) {
      List<RequestId> found = source.next(last, batch);
      for (RequestSummary one : summaries.of(found)) {
        if (rights.mayRead(who.person(), one) && fits.test(one)) {
          if (page.size() == PAGE) {
            return new Page(page, Optional.of(page.get(PAGE - 1).id()));
          }
          page.add(one);
        }
      }
      if (found.size() < batch) {
        return new Page(page, Optional.empty());
      }
      last = Optional.of(found.get(found.size() - 1));
    }
    return new Page(page, last);
  }
}
