package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import dev.holdfast.request.checklist.ChecklistItem;
import java.util.List;

/** What there is to do after a restore or copy, as the policy says now. */
public interface ChecklistSource {

  /**
   * Of a request that has just succeeded.
   *
   * @return empty where there is nothing to do
   */
  List<ChecklistItem> itemsFor(Request succeeded);

  /** Gives the request its list, if it has just succeeded and overwrites something. */
  default void fix(Request request) {
    if (request.completed().checklist().isToBeFixed()) {
      request.completed().checklist().fix(itemsFor(request));
    }
  }
}
