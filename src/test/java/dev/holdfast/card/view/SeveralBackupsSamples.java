package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.notification.card.RequestCardView;
import dev.holdfast.notification.card.RequestSubject;
import dev.holdfast.notification.card.parts.PartRow;
import dev.holdfast.operation.several.SeveralBackupsFormView;
import dev.holdfast.operation.start.StartFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The form for backups of several environments, and the card of the request. */
final class SeveralBackupsSamples {

  private static final int MOST = 15;

  private static final StartFields NOW =
      new StartFields("", "PT1H", List.of(new Choice("1 h", "PT1H")));

  private static final String REFUSED =
      "Power Platform refused the request. The environment has no storage left for a backup.";

  private SeveralBackupsSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("several-backups-form", form(4, Optional.empty(), Map.of()));
    all.put(
        "several-backups-form-errors",
        form(
            MOST,
            Optional.of(new Banner(Tone.BAD, "Contoso Trial is a trial. It can't be backed up.")),
            Map.of("source", "Choose at least one environment.", "label", "Enter a label.")));
    all.put(
        "request-parts",
        request(
            "Failed",
            Tone.BAD,
            "3 of 4 succeeded. Contoso Dev: failed.",
            "",
            List.of(
                part(1, "Contoso Production", "Succeeded", Tone.GOOD, ""),
                part(2, "Contoso UAT", "Succeeded", Tone.GOOD, ""),
                part(3, "Contoso Dev", "Failed", Tone.BAD, REFUSED),
                part(4, "Contoso Test", "Succeeded", Tone.GOOD, ""))));
    all.put(
        "request-parts-running",
        request(
            "Running",
            Tone.ONGOING,
            "",
            "1 of 3 have ended. The outcome of one is unknown. An approver can resolve it on its own"
                + " card.",
            List.of(
                part(1, "Contoso Production", "Succeeded", Tone.GOOD, ""),
                part(2, "Contoso UAT", "Outcome unknown", Tone.ATTENTION, "No answer came."),
                part(3, "Contoso Dev", "Running", Tone.ONGOING, ""))));
    all.put(
        "request-parts-most",
        request(
            "Failed",
            Tone.BAD,
            "0 of 15 succeeded.",
            "",
            IntStream.rangeClosed(1, MOST)
                .mapToObj(
                    i ->
                        part(
                            i,
                            "An environment with quite a long name, number " + i,
                            "Failed",
                            Tone.BAD,
                            i <= 3 ? REFUSED + " " + REFUSED + " " + REFUSED : ""))
                .toList()));
    return all;
  }

  private static SeveralBackupsFormView form(
      int count, Optional<Banner> banner, Map<String, String> errors) {
    List<Choice> choices = Samples.choices(count);
    String ids = choices.stream().map(Choice::value).collect(Collectors.joining(","));
    return new SeveralBackupsFormView(
        choices,
        List.of(
            "2 other environments aren't listed because you can't request their backups.",
            "Not listed because they can't be backed up: Contoso Trial."),
        new SeveralBackupsFormView.Values(
            ids, "before go-live", "", "", Optional.of("CHG0030052"), NOW),
        "",
        banner,
        errors,
        Map.of("draft", "d-7f3a", "offered", ids));
  }

  private static PartRow part(int number, String name, String state, Tone tone, String detail) {
    String id = "R-" + (1042 + number);
    return new PartRow(name, id, state, tone, detail, Map.of("requestId", id));
  }

  private static RequestCardView request(
      String state, Tone tone, String outcome, String progress, List<PartRow> parts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Requested by", "Alex Wilber"));
    facts.add(new Fact("Label", "before go-live"));
    return new RequestCardView(
        new RequestCardView.Heading("R-1042", "Backups", state, tone, Optional.empty()),
        new RequestSubject(
            new EnvironmentSummary(
                parts.size() + " environments",
                parts.stream().map(PartRow::environment).collect(Collectors.joining(", "))),
            Optional.empty(),
            Optional.empty(),
            ""),
        facts,
        new RequestCardView.Course(List.of(), List.of(), progress, parts),
        new RequestCardView.Result(outcome, List.of(), Optional.empty()),
        RequestCardView.Target.NONE,
        Optional.empty(),
        new RequestCardView.Actions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            progress.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of("requestId", "R-1042", "version", "4")),
            Optional.empty(),
            Optional.empty()));
  }
}
