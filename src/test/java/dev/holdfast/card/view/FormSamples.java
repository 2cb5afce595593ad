package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.operation.ReviewContent;
import dev.holdfast.operation.backup.BackupFormView;
import dev.holdfast.operation.copy.CopyFormView;
import dev.holdfast.operation.copy.CopyReviewView;
import dev.holdfast.operation.copy.CopySourceView;
import dev.holdfast.operation.mode.AdminModeFormView;
import dev.holdfast.operation.repeat.RepeatFields;
import dev.holdfast.operation.restore.RestoreFormView;
import dev.holdfast.operation.restore.RestoreReviewView;
import dev.holdfast.operation.restore.RestoreSourceView;
import dev.holdfast.operation.start.StartFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms and reviews. */
final class FormSamples {

  private static final Map<String, String> DRAFT = Map.of("draft", "d-7f3a");

  private static final List<Choice> GRACES =
      List.of(new Choice("30 min", "PT30M"), new Choice("1 h", "PT1H"), new Choice("2 h", "PT2H"));
  static final StartFields NOW = new StartFields("", "PT1H", GRACES);
  private static final StartFields TONIGHT =
      new StartFields("2026-11-29 22:00 UTC+01:00", "PT2H", GRACES);

  private static final RepeatFields ONCE = new RepeatFields("", "");
  private static final RepeatFields EVERY_WEEKDAY =
      new RepeatFields(
          "every weekday 02:00 Europe/Berlin until 2027-11-29",
          "Monday to Friday at 02:00 (Europe/Berlin), 260 runs: the first on Mon 30 Nov 2026, 02:00"
              + " (Europe/Berlin), the last on Mon 29 Nov 2027, 02:00 (Europe/Berlin).");

  private FormSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put(
        "backup-form",
        new BackupFormView(
            Samples.choices(6),
            6,
            new BackupFormView.Values(
                Samples.environment(2), "", "", "", Optional.empty(), NOW, ONCE),
            "",
            "It starts at once: backups of this environment need no approval.",
            Optional.empty(),
            Map.of(),
            DRAFT));
    all.put(
        "backup-form-errors",
        new BackupFormView(
            Samples.choices(25),
            60,
            new BackupFormView.Values(
                "",
                "Before go-live",
                "Release 10.0.44",
                "",
                Optional.of("CHG0030052"),
                TONIGHT,
                EVERY_WEEKDAY),
            "Power Platform keeps no notes of a backup. They stay with the request, in Holdfast's"
                + " record.",
            "",
            Optional.of(new Banner(Tone.BAD, "Two fields need a look.")),
            Map.of(
                "source",
                "Contoso Trial is a trial: trials are not backed up.",
                "label",
                "There is a backup of that name already."),
            DRAFT));
    all.put(
        "admin-mode-form",
        new AdminModeFormView(
            Samples.choices(6),
            6,
            new AdminModeFormView.Values(
                Samples.environment(2), "on-without-background", "", Optional.empty()),
            Optional.empty(),
            Map.of(),
            DRAFT));
    all.put(
        "admin-mode-form-errors",
        new AdminModeFormView(
            Samples.choices(25),
            60,
            new AdminModeFormView.Values("", "", "", Optional.of("CHG0030052")),
            Optional.of(
                new Banner(
                    Tone.BAD,
                    "The admin API that Holdfast uses can't change administration mode.")),
            Map.of(
                "source",
                "Choose the environment.",
                "mode",
                "Choose what to set.",
                "reason",
                "Enter a reason."),
            DRAFT));
    all.put(
        "restore-source",
        new RestoreSourceView(
            Samples.choices(14), 14, "", Optional.empty(), Map.of("target", "Contoso Dev")));
    all.put("restore-form", form(6, 6, values("backup"), Optional.empty(), Map.of()));
    all.put("restore-form-many", form(25, 118, values("backup"), Optional.empty(), Map.of()));
    all.put("restore-form-no-backups", noBackups());
    all.put(
        "restore-form-errors",
        form(
            6,
            6,
            values("instant"),
            Optional.of(new Banner(Tone.BAD, "Two fields need a look.")),
            Map.of(
                "time",
                "2027-03-28 02:30 doesn't exist in Europe/Copenhagen because the clocks go forward"
                    + " from 02:00 to 03:00.",
                "target",
                "Contoso Dev is busy with another restore (R-1040). Choose another one, or"
                    + " wait.")));
    all.put(
        "copy-source",
        new CopySourceView(
            Samples.choices(14), 14, "", Optional.empty(), Map.of("target", "Contoso Dev")));
    all.put("copy-form", copy(6, 6, "", Map.of()));
    all.put(
        "copy-form-many",
        copy(25, 118, "minimal", Map.of("target", "There is no environment named “Dev”.")));
    all.put("copy-review", copyReview());
    all.put("review", review("", ""));
    all.put(
        "review-wrong-name", review("", "“Contoso UAT” is the source. Type the target’s name."));
    all.put("review-red", red());
    all.put("restore-form-candidates", candidates());
    all.put("review-service-passed", servicePassed());
    all.put("review-service-objects", serviceObjects());
    all.put("review-service-differs", serviceDiffers());
    return all;
  }

  private static CopyFormView copy(
      int targets, int total, String type, Map<String, String> errors) {
    return new CopyFormView(
        Samples.UAT,
        new CopyFormView.Targets(Samples.choices(targets), total, 8, true),
        new CopyFormView.Values(
            type,
            Samples.environment(3),
            "",
            "",
            true,
            true,
            "Test with the data of the pilot",
            errors.isEmpty() ? Optional.empty() : Optional.of("CHG0030052")),
        new CopyFormView.Times(errors.isEmpty() ? NOW : TONIGHT, ONCE),
        Optional.empty(),
        errors,
        Map.of("source", Samples.environment(1)),
        Map.of("target", Samples.environment(3)));
  }

  private static CopyReviewView copyReview() {
    return new CopyReviewView(
        new ReviewContent(
            new ReviewContent.Subject(
                Samples.UAT,
                Samples.DEV,
                Optional.empty(),
                "",
                List.of(
                    new Fact("What is copied", "everything"), new Fact("Audit data", "left out"))),
            new ReviewContent.Checks(
                List.of(
                    "Everything in Contoso Dev will be deleted and replaced with a copy of Contoso"
                        + " UAT: data, code, apps, and flows."),
                Samples.PASSED,
                List.of()),
            new ReviewContent.Confirmation(
                "It then needs 1 approval within 3 days. 2 people can approve it.",
                "",
                "",
                Optional.of(DRAFT),
                Map.of("source", Samples.environment(1)),
                Optional.empty())));
  }

  private static RestoreFormView.Values values(String pointKind) {
    return new RestoreFormView.Values(
        new RestoreFormView.Point(pointKind, "b-2", "2026-11-20", "18:00", "Europe/Copenhagen"),
        Samples.environment(3),
        "",
        "",
        true,
        true,
        "Test of the release with the data of the pilot",
        Optional.empty());
  }

  private static RestoreFormView form(
      int targets,
      int total,
      RestoreFormView.Values values,
      Optional<Banner> banner,
      Map<String, String> errors) {
    return new RestoreFormView(
        Samples.UAT,
        new RestoreFormView.Window(Optional.of(Samples.EARLIEST), Optional.of(Samples.LATEST)),
        List.of(
            new Choice("After month end · Sun 22 Nov 2026, 23:50", "b-1"),
            new Choice("Before go-live · Fri 20 Nov 2026, 18:00", "b-2"),
            new Choice("Weekly · Mon 16 Nov 2026, 06:00", "b-3")),
        new RestoreFormView.Targets(Samples.choices(targets), total, 8, "", false),
        values,
        NOW,
        new RestoreFormView.Problems(banner, errors, nearest(errors)),
        new RestoreFormView.Actions(
            Map.of("draft", "d-7f3a", "source", Samples.environment(1)),
            Map.of("draft", "d-7f3a", "target", Samples.environment(3)),
            Optional.empty()));
  }

  private static List<RestoreFormView.Alternative> nearest(Map<String, String> errors) {
    return errors.containsKey("time")
        ? Stream.of("01:59", "03:00")
            .map(
                time ->
                    new RestoreFormView.Alternative(
                        "Use Sun 28 Mar 2027, " + time + " (Europe/Copenhagen)",
                        Map.of("source", Samples.environment(1), "useInstant", time)))
            .toList()
        : List.of();
  }

  private static RestoreFormView noBackups() {
    return new RestoreFormView(
        Samples.UAT,
        new RestoreFormView.Window(Optional.empty(), Optional.empty()),
        List.of(),
        new RestoreFormView.Targets(Samples.choices(1), 1, 1, "", false),
        new RestoreFormView.Values(
            new RestoreFormView.Point("instant", "", "", "", "UTC"),
            "",
            "",
            "",
            true,
            true,
            "",
            Optional.empty()),
        NOW,
        new RestoreFormView.Problems(Optional.empty(), Map.of(), List.of()),
        new RestoreFormView.Actions(
            Map.of("source", Samples.environment(1), "pointKind", "instant"),
            Map.of(),
            Optional.of(Map.of("source", Samples.environment(1)))));
  }

  static RestoreReviewView review(String refusal, String confirmError) {
    return review(
        List.of(
            new Fact("Audit data", "left out"),
            new Fact("Name after it", "Contoso Dev (unchanged)"),
            new Fact("Reason", "Test of the release with the data of the pilot")),
        List.of(Samples.WARNING),
        List.of(),
        refusal,
        confirmError);
  }

  static RestoreReviewView review(
      List<Fact> options,
      List<CheckRow> warnings,
      List<CheckRow> service,
      String refusal,
      String confirmError) {
    return new RestoreReviewView(
        new ReviewContent(
            new ReviewContent.Subject(
                Samples.UAT,
                Samples.DEV,
                Optional.of(Samples.POINT),
                "Manual backup “Before go-live”",
                options),
            new ReviewContent.Checks(
                Samples.LOST,
                Stream.concat(warnings.stream(), Samples.PASSED.stream()).toList(),
                service),
            new ReviewContent.Confirmation(
                "Then one of Megan Bowen and Isaiah Langer must approve, until Mon 23 Nov 2026,"
                    + " 23:50.",
                refusal,
                confirmError,
                refusal.isEmpty() ? Optional.of(DRAFT) : Optional.empty(),
                Map.of("draft", "d-7f3a", "source", Samples.environment(1)),
                Optional.empty())));
  }

  private static RestoreReviewView red() {
    return new RestoreReviewView(
        new ReviewContent(
            new ReviewContent.Subject(
                Samples.UAT,
                new EnvironmentSummary(
                    "Contoso Dev US", "Sandbox · unified developer · United States"),
                Optional.of(Samples.POINT),
                "",
                List.of(new Fact("Audit data", "left out"))),
            new ReviewContent.Checks(
                Samples.LOST,
                Stream.concat(
                        Stream.of(Samples.REGION, Samples.WARNING), Samples.PASSED.stream().skip(3))
                    .toList(),
                List.of()),
            new ReviewContent.Confirmation(
                "",
                "A check found a problem, so you can't submit this. Fix the problem, or choose"
                    + " another target.",
                "",
                Optional.empty(),
                Map.of("draft", "d-7f3a", "source", Samples.environment(1)),
                Optional.empty())));
  }

  private static RestoreFormView candidates() {
    return new RestoreFormView(
        Samples.UAT,
        new RestoreFormView.Window(Optional.of(Samples.EARLIEST), Optional.of(Samples.LATEST)),
        List.of(),
        new RestoreFormView.Targets(
            List.of(
                new Choice(
                    "Contoso Dev (Sandbox · unified developer (UDE))", Samples.environment(3)),
                new Choice(
                    "Contoso Test (Sandbox · unified developer (UDE)) · not offered by Power"
                        + " Platform",
                    Samples.environment(4))),
            2,
            8,
            "1 of the targets is not offered by Power Platform itself, though Holdfast knows no"
                + " rule against it.",
            true),
        new RestoreFormView.Values(
            new RestoreFormView.Point("instant", "", "2026-11-20", "18:00", "Europe/Copenhagen"),
            Samples.environment(3),
            "Contoso Dev (November)",
            "Testers",
            true,
            true,
            "Test of the release with the data of the pilot",
            Optional.of("")),
        NOW,
        new RestoreFormView.Problems(
            Optional.empty(),
            Map.of(
                "securityGroup",
                "This is not an object id such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301. The Entra"
                    + " admin center shows it with the group. Leave it empty to name none."),
            List.of()),
        new RestoreFormView.Actions(
            Map.of("source", Samples.environment(1), "pointKind", "instant"),
            Map.of(),
            Optional.empty()));
  }

  private static RestoreReviewView servicePassed() {
    return review(
        List.of(
            new Fact("Audit data", "left out"),
            new Fact("Security group", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")),
        List.of(
            new CheckRow(
                Tone.ATTENTION,
                "Who may enter Contoso Dev changes: now it has no security group, after the restore"
                    + " only the members of 3f2504e0-4f89-41d3-9a0c-0305e82c3301 may.",
                Optional.of(
                    "Microsoft Learn, Power Platform: Control user access to environments: security"
                        + " groups and licenses"))),
        List.of(
            own(Tone.GOOD, "Power Platform's own check takes this restore."),
            offers(
                Tone.GOOD,
                "Power Platform itself offers Contoso Dev as a target for Contoso UAT.")),
        "",
        "");
  }

  private static RestoreReviewView serviceObjects() {
    return review(
        List.of(new Fact("Audit data", "left out")),
        List.of(),
        List.of(
            new CheckRow(
                Tone.BAD,
                "Power Platform's own check found a problem: sourceEnvironmentId: The environment"
                    + " is not eligible as a source.",
                Optional.of("Power Platform's own check, which starts nothing")),
            own(
                Tone.BAD,
                "Power Platform's own check found a problem: restorePointDateTime: The restore"
                    + " point is outside of the retention window. (suggested:"
                    + " 2026-11-19T00:00:00Z)"),
            offers(
                Tone.ATTENTION,
                "Power Platform does not offer Contoso Dev as a target for Contoso UAT, though"
                    + " Holdfast knows no rule against it. It may refuse the order.")),
        "Power Platform's own check objects, so this cannot be submitted. Change what it names, or"
            + " choose another target.",
        "");
  }

  private static RestoreReviewView serviceDiffers() {
    return review(
        List.of(new Fact("Audit data", "left out")),
        List.of(Samples.REGION),
        List.of(
            own(
                Tone.ATTENTION,
                "Power Platform could not be asked for its own check. Power Platform did not check"
                    + " the restore onto environment 6e7e2cf4-91d5-4a1f-8d3c-000000000003: it"
                    + " answered 503 without a reason. The service is in trouble; it may work again"
                    + " after a while. It is asked again just before the call."),
            offers(
                Tone.ATTENTION,
                "Power Platform names Contoso Dev as a candidate for a restore from Contoso UAT all"
                    + " the same. Holdfast goes by the rule R9: the stricter counts.")),
        "A check found a problem, so you can't submit this. Fix the problem, or choose another"
            + " target.",
        "");
  }

  private static CheckRow offers(Tone mark, String sentence) {
    return new CheckRow(mark, sentence, Optional.of("Power Platform's list of restore candidates"));
  }

  private static CheckRow own(Tone mark, String sentence) {
    return new CheckRow(
        mark,
        sentence,
        Optional.of(
            "Power Platform's own check, which starts nothing · correlation id"
                + " b5b2a9f4-96c5-4f0e-8c7f-8a7ff5cf6a20"));
  }
}
