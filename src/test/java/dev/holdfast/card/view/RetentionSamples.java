package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.operation.ReviewContent;
import dev.holdfast.operation.retention.RetentionFormView;
import dev.holdfast.operation.retention.RetentionReviewView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form and the review for changing how long backups are kept. */
final class RetentionSamples {

  private static final Map<String, String> UAT = Map.of("environment", Samples.environment(1));

  private RetentionSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("retention-form", form(Optional.empty(), Map.of()));
    all.put(
        "retention-form-errors",
        form(
            Optional.of(new Banner(Tone.BAD, "The admin API can't change the backup retention.")),
            Map.of(
                "period",
                "Backups can be kept for 7, 14, 21, or 28 days. Choose one.",
                "reason",
                "Enter a reason. It's shown to the approvers.")));
    all.put("retention-review", review("", Optional.of(Map.of("draft", "d-7f3a"))));
    all.put(
        "retention-review-refused",
        review("A rule forbids this. See the checks below.", Optional.empty()));
    return all;
  }

  private static RetentionFormView form(Optional<Banner> banner, Map<String, String> errors) {
    return new RetentionFormView(
        Samples.UAT,
        List.of(
            new Fact("Backup retention now", "28 days"),
            new Fact("Earliest restore point", Samples.POINT.local())),
        List.of(
            new Choice("7 days", "P7D"),
            new Choice("14 days", "P14D"),
            new Choice("21 days", "P21D"),
            new Choice("28 days", "P28D")),
        new RetentionFormView.Values(
            errors.isEmpty() ? "P14D" : "",
            errors.isEmpty() ? "Personal data has to be deleted" : "",
            errors.isEmpty() ? Optional.empty() : Optional.of("CHG0030052")),
        banner,
        errors,
        UAT);
  }

  private static RetentionReviewView review(String refusal, Optional<Map<String, String>> submit) {
    return new RetentionReviewView(
        new ReviewContent(
            new ReviewContent.Subject(
                Samples.UAT,
                Samples.UAT,
                Optional.empty(),
                "",
                List.of(
                    new Fact("New backup retention", "14 days"),
                    new Fact("Backup retention before", "28 days"))),
            new ReviewContent.Checks(
                List.of(
                    "Contoso UAT can no longer be restored to a time before Fri 20 Nov 2026, 18:00."
                        + " The earliest restore point is Fri 6 Nov 2026, 18:00 now.",
                    "1 manual backup will be deleted: Before go-live."),
                Samples.PASSED,
                List.of()),
            new ReviewContent.Confirmation(
                submit.isEmpty() ? "" : "It then needs 1 approval within 3 days.",
                refusal,
                submit.isEmpty() ? "" : "Enter the name exactly as shown above: Contoso UAT",
                submit,
                UAT,
                Optional.empty())));
  }
}
