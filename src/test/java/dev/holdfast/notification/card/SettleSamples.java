package dev.holdfast.notification.card;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.RequestSamples;
import dev.holdfast.card.view.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request whose outcome is not known, from the question to what became of the answer. */
public final class SettleSamples {

  private static final String SAID = "Megan Bowen, Sun 22 Nov 2026, 14:02 (Europe/Copenhagen): ";

  private static final List<Choice> WAYS =
      List.of(
          new Choice(
              "It ran as Restore (Running, Sun 22 Nov 2026, 10:04 (Europe/Copenhagen) · 09:04 UTC,"
                  + " by Holdfast) 6a4f3c1e-2b7d-4e55-9a0b-1f2e3d4c5b6a",
              "RAN_AS:6a4f3c1e-2b7d-4e55-9a0b-1f2e3d4c5b6a"),
          new Choice("It ran as the operation with this ID", "RAN_AS"),
          new Choice("It never started. Run all checks again, and then retry", "CALL_AGAIN"),
          new Choice("Close as unknown. Other requests stop waiting for this one", "GIVE_UP"));

  private SettleSamples() {}

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("request-unknown-to-settle", with(ask("", "")));
    all.put(
        "request-unknown-without-reason",
        with(ask("", "Enter a comment. The requester and the audit log need it.")));
    all.put(
        "request-unknown-not-found",
        with(
            ask(
                SAID
                    + "It ran as operation op-7. That isn't possible: The service lists no"
                    + " operation op-7 of Contoso Dev.",
                "")));
    all.put(
        "request-unknown-looked-up",
        with(told(SAID + "It ran as operation op-7. Holdfast is looking for it.")));
    all.put(
        "request-unknown-given-up",
        with(
            told(
                SAID + "R-1042 is given up; its outcome stays unknown. “Contoso Dev was deleted.”"),
            List.of("If you still need it, submit a new request."),
            RequestSamples.OPEN));
    all.put("request-finops-late-to-stop", toStop());
    return all;
  }

  private static RequestCardView toStop() {
    RequestCardView late = RequestSamples.finOpsLate();
    return new RequestCardView(
        late.heading(),
        late.subject(),
        late.facts(),
        late.course(),
        late.result(),
        late.target(),
        Optional.of(
            new OutcomeResolutionView(
                "",
                List.of(),
                false,
                false,
                "Enter a comment. The requester and the audit log need it.",
                Optional.empty(),
                RequestSamples.OPEN)),
        late.actions());
  }

  private static OutcomeResolutionView ask(String said, String error) {
    return new OutcomeResolutionView(
        said, WAYS, true, true, error, Optional.of(Samples.DECIDE), Optional.empty());
  }

  private static OutcomeResolutionView told(String said) {
    return new OutcomeResolutionView(
        said, List.of(), false, false, "", Optional.empty(), Optional.empty());
  }

  private static RequestCardView with(OutcomeResolutionView settle) {
    return with(settle, RequestSamples.unknown().result().nextSteps(), Optional.empty());
  }

  private static RequestCardView with(
      OutcomeResolutionView settle, List<String> next, Optional<Map<String, String>> again) {
    RequestCardView unknown = RequestSamples.unknown();
    return new RequestCardView(
        unknown.heading(),
        unknown.subject(),
        unknown.facts(),
        unknown.course(),
        new RequestCardView.Result(unknown.result().outcome(), next, unknown.result().service()),
        unknown.target(),
        Optional.of(settle),
        new RequestCardView.Actions(
            again,
            Optional.empty(),
            Optional.empty(),
            unknown.actions().cancel(),
            unknown.actions().refresh(),
            Optional.empty()));
  }
}
