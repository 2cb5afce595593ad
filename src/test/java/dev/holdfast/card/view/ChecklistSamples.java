package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.notification.card.RequestCardView;
import dev.holdfast.notification.card.checklist.ChecklistView;
import dev.holdfast.notification.card.checklist.ChecklistView.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that has succeeded, with what there is to do after it. */
final class ChecklistSamples {

  private static final Map<String, String> ITEM =
      Map.of("requestId", "R-1042", "item", "batch-jobs");
  private static final Map<String, String> TICK =
      Map.of("requestId", "R-1042", "item", "users", "tick", "2026-11-22T09:00:00.123Z");

  private ChecklistSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("request-checklist", with(Optional.of(ITEM), Optional.of(TICK)));
    all.put("request-checklist-others", with(Optional.empty(), Optional.empty()));
    all.put("hostile-checklist", with(hostile()));
    return all;
  }

  private static RequestCardView with(
      Optional<Map<String, String>> item, Optional<Map<String, String>> tick) {
    return with(checklist(item, tick));
  }

  private static ChecklistView hostile() {
    String words = "[click](https://evil.example) **done** " + "so long ".repeat(40);
    return new ChecklistView(
        words, Collections.nCopies(6, new Row(true, words, words, words, Optional.of(TICK))));
  }

  private static RequestCardView with(ChecklistView checklist) {
    RequestCardView ended = RequestSamples.succeeded();
    return new RequestCardView(
        ended.heading(),
        ended.subject(),
        ended.facts(),
        ended.course(),
        ended.result(),
        new RequestCardView.Target(Optional.empty(), Optional.of(checklist)),
        ended.settle(),
        ended.actions());
  }

  private static ChecklistView checklist(
      Optional<Map<String, String>> item, Optional<Map<String, String>> tick) {
    return new ChecklistView(
        "2 of 4 done",
        List.of(
            new Row(
                false,
                "Batch jobs",
                "Check the batch jobs, and configure them again for this environment.",
                item.isPresent() ? "Mark as done: Batch jobs" : "",
                item),
            new Row(
                true,
                "Users",
                "Done, says Megan Bowen, Sun 22 Nov 2026, 10:00 (Europe/Copenhagen) · 09:00 UTC",
                tick.isPresent() ? "Mark as not done: Users" : "",
                tick),
            new Row(false, "Tell the testers", "", "", Optional.empty()),
            new Row(
                true,
                "Administration mode off",
                "Done, as read by Holdfast, Sun 22 Nov 2026, 10:05 (Europe/Copenhagen) · 09:05 UTC",
                "",
                Optional.empty())));
  }
}
