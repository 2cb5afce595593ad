package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.notification.card.NotificationView;
import dev.holdfast.notification.card.RequestCardView;
import dev.holdfast.operation.ReviewContent;
import dev.holdfast.operation.ReviewContent.EmergencyChoice;
import dev.holdfast.operation.restore.RestoreReviewView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An emergency, from the form to its review. */
final class EmergencySamples {

  private static final Optional<Map<String, String>> REQUEST =
      Optional.of(Map.of("requestId", "R-1042"));

  private EmergencySamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("review-emergency", review());
    all.put(
        "request-emergency-to-review",
        request("Somebody other than Alex Wilber has to review it", List.of(), REQUEST));
    all.put(
        "request-emergency-reviewed",
        request(
            "Reviewed by Adele Vance",
            List.of(
                new DecisionRow(
                    Tone.NEUTRAL,
                    "Adele Vance",
                    "reviewed the emergency",
                    "Sun 22 Nov 2026, 15:02 (Europe/Copenhagen)",
                    Optional.of("The testers couldn't wait. We asked for a second approver."))),
            Optional.empty()));
    all.put("notice-emergency", notice());
    return all;
  }

  private static RestoreReviewView review() {
    ReviewContent usual =
        FormSamples.review(
                List.of(new Fact("Audit data", "left out")),
                List.of(Samples.WARNING),
                List.of(),
                "",
                "")
            .content();
    ReviewContent.Confirmation confirmation = usual.confirmation();
    return new RestoreReviewView(
        new ReviewContent(
            usual.subject(),
            usual.checked(),
            new ReviewContent.Confirmation(
                confirmation.policy(),
                "",
                "",
                confirmation.submit(),
                confirmation.edit(),
                Optional.of(
                    new EmergencyChoice(
                        "Submit it as an emergency: it starts without approval",
                        "Everybody who approves is told at once, with your reason. Somebody else"
                            + " has to review it within 1 d after it has started.",
                        "false")))));
  }

  private static RequestCardView request(
      String standing, List<DecisionRow> decisions, Optional<Map<String, String>> review) {
    RequestCardView ended = RequestSamples.succeeded();
    List<Fact> facts = new ArrayList<>(ended.facts());
    facts.add(3, new Fact("Emergency", standing));
    return new RequestCardView(
        new RequestCardView.Heading(
            "R-1042", "Emergency · Restore", "Succeeded", Tone.GOOD, Optional.empty()),
        ended.subject(),
        facts,
        new RequestCardView.Course(decisions, ended.course().stages(), ""),
        ended.result(),
        RequestCardView.Target.NONE,
        Optional.empty(),
        new RequestCardView.Actions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Samples.REFRESH),
            review));
  }

  private static NotificationView notice() {
    return new NotificationView(
        new NotificationView.Headline(
            "Emergency: R-1042 by Alex Wilber",
            Tone.ATTENTION,
            "Alex Wilber has submitted an emergency (restore of Contoso Dev), which starts without"
                + " approval. Reason: The pilot stands still"),
        Optional.of(Samples.UAT),
        Optional.of(Samples.DEV),
        List.of(new Fact("Requested by", "Alex Wilber")),
        List.of(),
        Optional.empty(),
        new NotificationView.RequestLink("R-1042", REQUEST));
  }
}
