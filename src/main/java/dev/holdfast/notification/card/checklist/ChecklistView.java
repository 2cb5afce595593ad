package dev.holdfast.notification.card.checklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to do after a restore or copy.
 *
 * @param standing how much of it is done
 */
public record ChecklistView(String standing, List<Row> rows) {

  /**
   * One thing to do.
   *
   * @param done whether it's ticked
   * @param note how to do it; once it's done, who says so and when
   * @param label what selecting the row does; empty where it does nothing
   * @param select data of {@code request.checklist}: requestId, item, and tick where that is taken
   *     back; empty where the reader can't select it
   */
  public record Row(
      boolean done,
      String title,
      String note,
      String label,
      Optional<Map<String, String>> select) {}
}
