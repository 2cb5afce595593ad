package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.notification.card.RequestCardView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The safety backup before a restore, and the way back from it. */
final class SafetySamples {

  private static final Fact PLANNED =
      new Fact("Safety backup", "of Contoso Dev, before it is overwritten");
  private static final List<Fact> KEPT =
      List.of(
          new Fact(
              "Safety backup",
              "“Holdfast R-1042 before restore”, Sun 22 Nov 2026, 23:52 (Europe/Copenhagen), 22:52"
                  + " UTC"),
          new Fact("Kept until", "Sun 29 Nov 2026, 23:52 (Europe/Copenhagen), 22:52 UTC"));
  private static final StageRow DONE = new StageRow("Safety backup", "done", Tone.GOOD);
  private static final StageRow NOT_STARTED = new StageRow("Restore", "not started", Tone.NEUTRAL);

  private SafetySamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put(
        "request-safety-backup",
        underWay(
            List.of(PLANNED),
            new StageRow("Safety backup", "running", Tone.ONGOING),
            "The service backs up Contoso Dev, to have a way back. It says: Running.",
            Optional.empty()));
    all.put(
        "request-safety-backup-taken",
        underWay(
            KEPT,
            DONE,
            "Contoso Dev is backed up. The service restores a backup only some time after it was"
                + " made, so this one is usable at Mon 23 Nov 2026, 00:07 (Europe/Copenhagen)."
                + " Then the restore begins; until then it can be canceled.",
            Optional.of(Samples.DECIDE)));
    all.put("request-safety-backup-failed", failed());
    all.put("request-undo", ended(RequestSamples.succeeded()));
    return all;
  }

  private static RequestCardView underWay(
      List<Fact> facts, StageRow own, String progress, Optional<Map<String, String>> cancel) {
    return RequestSamples.request(
        "Taking a safety backup",
        Tone.ONGOING,
        Optional.empty(),
        facts,
        List.of(Samples.APPROVED),
        List.of(own, NOT_STARTED),
        progress,
        "",
        List.of(),
        Optional.empty(),
        cancel,
        Optional.of(Samples.REFRESH));
  }

  private static RequestCardView failed() {
    return RequestSamples.request(
        "Failed",
        Tone.BAD,
        Optional.empty(),
        List.of(new Fact("Safety backup", "not taken")),
        List.of(Samples.APPROVED),
        List.of(new StageRow("Safety backup", "failed", Tone.BAD)),
        "",
        "The safety backup wasn't taken, so the restore wasn't started, and nothing was"
            + " overwritten. Power Platform refused to start it. Nothing was changed.",
        List.of("Fix the reported problem, and then submit a new request."),
        Optional.of(Samples.SERVICE),
        Optional.empty(),
        Optional.empty());
  }

  /** With the button that opens the way back. */
  private static RequestCardView ended(RequestCardView restored) {
    List<Fact> facts = new java.util.ArrayList<>(restored.facts());
    facts.addAll(KEPT);
    return new RequestCardView(
        restored.heading(),
        restored.subject(),
        facts,
        new RequestCardView.Course(
            restored.course().decisions(), List.of(DONE), restored.course().progress()),
        new RequestCardView.Result(
            restored.result().outcome(),
            List.of(
                "To go back to Contoso Dev as it was before, type undo R-1042 while its safety"
                    + " backup is kept."),
            restored.result().service()),
        restored.target(),
        restored.settle(),
        new RequestCardView.Actions(
            restored.actions().again(),
            Optional.of(Map.of("requestId", "R-1042")),
            Optional.empty(),
            restored.actions().cancel(),
            restored.actions().refresh(),
            Optional.empty()));
  }
}
