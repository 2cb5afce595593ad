package dev.holdfast.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms, checking, review. */
final class FormSamples {

  private static final Map<String, String> DRAFT = Map.of("draft", "d-7f3a");

  private FormSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put(
        "backup-form",
        new BackupFormView(
            Samples.choices(6),
            6,
            Samples.environment(2),
            "",
            "",
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
            "",
            "Before go-live",
            "Release 10.0.44",
            "",
            "",
            Optional.of(new Banner(Tone.BAD, "Two fields need a look.")),
            Map.of(
                "source",
                "Contoso Trial is a trial: trials are not backed up.",
                "label",
                "There is a backup of that name already."),
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
                "02:30 does not exist on that day: the clocks go forward.",
                "target",
                "Contoso Dev is busy with another restore (R-1040). Choose another one, or wait.")));
    all.put(
        "checking",
        new CheckingView(
            Samples.UAT,
            Optional.of(Samples.DEV),
            "Holdfast asks the service about both environments. This takes a few seconds."));
    all.put("review", review("", ""));
    all.put(
        "review-wrong-name", review("", "“Contoso UAT” is the source. Type the target’s name."));
    all.put("review-red", red());
    return all;
  }

  private static RestoreFormView.Values values(String pointKind) {
    return new RestoreFormView.Values(
        pointKind,
        "b-2",
        "2026-11-20",
        "18:00",
        "Europe/Copenhagen",
        "2026-11-16",
        "2026-11-23",
        Samples.environment(3),
        "",
        "",
        true,
        "Test of the release with the data of the pilot");
  }

  private static RestoreFormView form(
      int targets,
      int total,
      RestoreFormView.Values values,
      Optional<Banner> banner,
      Map<String, String> errors) {
    return new RestoreFormView(
        Samples.UAT,
        Optional.of(Samples.EARLIEST),
        Optional.of(Samples.LATEST),
        List.of(
            new Choice("After month end · Sun 22 Nov 2026, 23:50", "b-1"),
            new Choice("Before go-live · Fri 20 Nov 2026, 18:00", "b-2"),
            new Choice("Weekly · Mon 16 Nov 2026, 06:00", "b-3")),
        Samples.choices(targets),
        total,
        8,
        values,
        banner,
        errors,
        Map.of("draft", "d-7f3a", "source", Samples.environment(1)),
        Map.of("draft", "d-7f3a", "target", Samples.environment(3)),
        Optional.empty());
  }

  private static RestoreFormView noBackups() {
    return new RestoreFormView(
        Samples.UAT,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Samples.choices(1),
        1,
        1,
        new RestoreFormView.Values("instant", "", "", "", "UTC", "", "", "", "", "", true, ""),
        Optional.empty(),
        Map.of(),
        Map.of("source", Samples.environment(1), "pointKind", "instant"),
        Map.of(),
        Optional.of(Map.of("source", Samples.environment(1))));
  }

  private static ReviewView review(String refusal, String confirmError) {
    return new ReviewView(
        Samples.UAT,
        Samples.DEV,
        Samples.POINT,
        "Manual backup “Before go-live”",
        List.of(
            new Fact("Audit data", "left out"),
            new Fact("Name after it", "Contoso Dev (unchanged)"),
            new Fact("Reason", "Test of the release with the data of the pilot")),
        Samples.LOST,
        Stream.concat(Stream.of(Samples.WARNING), Samples.PASSED.stream()).toList(),
        "Then one of Megan Bowen and Isaiah Langer must approve, until Mon 23 Nov 2026, 23:50.",
        refusal,
        confirmError,
        Optional.of(DRAFT),
        Map.of("draft", "d-7f3a", "source", Samples.environment(1)));
  }

  private static ReviewView red() {
    return new ReviewView(
        Samples.UAT,
        new Side("Contoso Dev US", "Sandbox · unified developer · United States"),
        Samples.POINT,
        "",
        List.of(new Fact("Audit data", "left out")),
        Samples.LOST,
        Stream.concat(Stream.of(Samples.REGION, Samples.WARNING), Samples.PASSED.stream().skip(3))
            .toList(),
        "",
        "One check is red. Choose another target.",
        "",
        Optional.empty(),
        Map.of("draft", "d-7f3a", "source", Samples.environment(1)));
  }
}
