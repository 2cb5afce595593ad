package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.operation.ReviewContent;
import dev.holdfast.operation.deletion.DeleteBackupFormView;
import dev.holdfast.operation.deletion.DeleteBackupReviewView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form and the review for deleting a backup. */
final class DeletionSamples {

  private static final Map<String, String> DRAFT = Map.of("draft", "d-7f3a");

  private static final Map<String, String> UAT = Map.of("environment", Samples.environment(1));

  private DeletionSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("delete-backup-form", form(Optional.empty(), Map.of()));
    all.put(
        "delete-backup-form-errors",
        form(
            Optional.of(
                new Banner(Tone.ATTENTION, "Several backups are called Weekly. Choose one.")),
            Map.of(
                "backup",
                "Choose the backup to delete.",
                "reason",
                "Enter a reason. It's shown to the approvers.")));
    all.put(
        "delete-backup-form-none",
        new DeleteBackupFormView(
            Samples.UAT,
            List.of(),
            0,
            new DeleteBackupFormView.Values("", "", Optional.empty()),
            Optional.empty(),
            Map.of(),
            UAT));
    all.put("delete-backup-review", review("", Optional.of(DRAFT)));
    all.put(
        "delete-backup-review-refused",
        review(
            "The policy doesn't allow changes to what Contoso UAT can be restored to.",
            Optional.empty()));
    return all;
  }

  private static DeleteBackupFormView form(Optional<Banner> banner, Map<String, String> errors) {
    return new DeleteBackupFormView(
        Samples.UAT,
        List.of(
            new Choice("After month end · Sun 22 Nov 2026, 23:50", "b-1"),
            new Choice("Before go-live · Fri 20 Nov 2026, 18:00", "b-2"),
            new Choice("Weekly · Mon 16 Nov 2026, 06:00", "b-3")),
        errors.isEmpty() ? 3 : 40,
        new DeleteBackupFormView.Values(
            errors.isEmpty() ? "b-2" : "",
            errors.isEmpty() ? "The release was canceled" : "",
            errors.isEmpty() ? Optional.empty() : Optional.of("CHG0030052")),
        banner,
        errors,
        UAT);
  }

  private static DeleteBackupReviewView review(
      String refusal, Optional<Map<String, String>> submit) {
    return new DeleteBackupReviewView(
        new ReviewContent(
            new ReviewContent.Subject(
                Samples.UAT,
                Samples.UAT,
                Optional.empty(),
                "",
                List.of(
                    new Fact("Backup to delete", "Holdfast R-1001 before restore"),
                    new Fact("Backup time", Samples.POINT.local()),
                    new Fact("Made by", "Holdfast"))),
            new ReviewContent.Checks(
                List.of(
                    "The backup Holdfast R-1001 before restore of Contoso UAT from Fri 20 Nov 2026,"
                        + " 18:00 will be deleted. It can't be restored or recovered after that. It"
                        + " was made by Holdfast.",
                    "R-1001 can no longer be undone from its safety backup."),
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
