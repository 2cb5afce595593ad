package dev.holdfast.chat.series;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.HostileSamples;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.card.view.Tone;
import dev.holdfast.chat.series.SeriesView.Buttons;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Series. */
public final class SeriesSamples {

  private static final Optional<Map<String, String>> CLICK =
      Optional.of(Map.of("series", "S-1001"));

  private SeriesSamples() {}

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    List<Fact> facts =
        List.of(
            new Fact("Owner", "Alex Wilber"),
            new Fact("Approved with", "R-1001"),
            new Fact("Each run", "Backup"),
            new Fact("Repeats", "Monday to Friday at 02:00 (Europe/Berlin)"),
            new Fact("Label", "Nightly {date}"));
    all.put(
        "series-active",
        new SeriesView(
            "S-1001",
            "backup of Contoso UAT",
            new StateLabel("Active", Tone.ONGOING),
            Optional.empty(),
            facts,
            List.of("Tue 24 Nov 2026, 02:00 (Europe/Berlin). Requested as R-1003."),
            List.of("Mon 23 Nov 2026, 02:00 (Europe/Berlin): R-1002 succeeded."),
            new Buttons(CLICK, Optional.empty(), CLICK, CLICK, CLICK)));
    all.put(
        "series-paused",
        new SeriesView(
            "S-1001",
            "backup of Contoso UAT",
            new StateLabel(
                "Paused at Mon 23 Nov 2026, 02:10 (Europe/Berlin), because too many runs in a row"
                    + " failed",
                Tone.ATTENTION),
            Optional.of(new Banner(Tone.GOOD, "The next run is skipped.")),
            facts,
            List.of(),
            List.of("Mon 23 Nov 2026, 02:00 (Europe/Berlin): R-1002 didn't succeed."),
            new Buttons(Optional.empty(), CLICK, Optional.empty(), CLICK, CLICK)));
    all.put(
        "series-ended",
        new SeriesView(
            "S-1001",
            "backup of Contoso UAT",
            new StateLabel("Ended at Mon 23 Nov 2026, 02:10 (Europe/Berlin)", Tone.NEUTRAL),
            Optional.empty(),
            facts,
            List.of(),
            List.of(),
            Buttons.NONE));
    String words = HostileSamples.LINK + HostileSamples.BOLD + HostileSamples.LONG;
    all.put(
        "hostile-series",
        new SeriesView(
            "S-1001",
            words,
            new StateLabel(words, Tone.ONGOING),
            Optional.empty(),
            Collections.nCopies(12, new Fact(words, words)),
            Collections.nCopies(5, words),
            Collections.nCopies(5, words),
            new Buttons(CLICK, Optional.empty(), CLICK, CLICK, CLICK)));
    return all;
  }
}
