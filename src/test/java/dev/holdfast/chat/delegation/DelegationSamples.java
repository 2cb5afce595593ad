package dev.holdfast.chat.delegation;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.HostileSamples;
import dev.holdfast.chat.delegation.DelegationsView.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who decides for whom. */
public final class DelegationSamples {

  private static final String AT = "Fri 20 Nov 2026, 18:00 (Europe/Copenhagen)";
  private static final Optional<Map<String, String>> END =
      Optional.of(Map.of("delegation", "3", "list", "true"));

  private DelegationSamples() {}

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put(
        "delegation-started",
        new DelegationsView(
            "Lee Gu can approve and reject requests for you until " + AT + ".",
            List.of(new Row("", "Lee Gu", END)),
            1));
    all.put(
        "delegations",
        new DelegationsView(
            "",
            List.of(
                new Row("Lee Gu decides for you until " + AT + ".", "Lee Gu", END),
                new Row("You decide for Patti Fernandez until " + AT + ".", "", Optional.empty())),
            12));
    all.put(
        "delegation-ended", new DelegationsView("Lee Gu no longer decides for you.", List.of(), 0));
    String words = HostileSamples.LINK + HostileSamples.BOLD + HostileSamples.LONG;
    all.put(
        "hostile-delegations",
        new DelegationsView(words, Collections.nCopies(6, new Row(words, words, END)), 6));
    return all;
  }
}
