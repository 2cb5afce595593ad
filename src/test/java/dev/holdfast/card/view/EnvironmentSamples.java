package dev.holdfast.card.view;

import dev.holdfast.bot.card.ErrorView;
import dev.holdfast.bot.environment.DisambiguationView;
import dev.holdfast.bot.help.HelpView;
import dev.holdfast.card.CardView;
import dev.holdfast.chat.environment.BackupListView;
import dev.holdfast.chat.environment.EnvironmentListView;
import dev.holdfast.chat.environment.EnvironmentView;
import dev.holdfast.operation.restore.why.RestoreEligibilityView;
import dev.holdfast.support.BuildVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Help, environments, backups, why, errors. */
final class EnvironmentSamples {

  private static final Map<String, String> OPEN = Map.of("environment", Samples.environment(1));

  private EnvironmentSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("help-welcome", help("Hello, Alex", Optional.empty()));
    all.put(
        "help-unknown-word",
        help(
            "Help",
            Optional.of(
                new Banner(
                    Tone.ATTENTION,
                    "“restroe Contoso UAT” is not a command. Did you mean: restore Contoso UAT"))));
    all.put("environments", environments());
    all.put("environments-one-page", page());
    all.put(
        "environments-none",
        new EnvironmentListView(
            "zürich",
            List.of(),
            0,
            0,
            "just now",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    all.put("environment", environment());
    all.put("environment-administration-mode", inAdministrationMode());
    all.put("environment-odd", odd());
    all.put("backups", backups());
    all.put("backups-none", noBackups());
    all.put("candidates", candidates());
    all.put("why-not", whyNot());
    all.put("why-yes", whyYes());
    all.put("why-any-source", whyAnySource());
    all.put(
        "error",
        new ErrorView(
            "The backups of Contoso UAT could not be read",
            "Contoso UAT",
            "Holdfast changed nothing and does not try again by itself.",
            List.of(
                "Try again in a few minutes: the service asked to wait 40 seconds.",
                "If it goes on, give the ids below to the one who runs Holdfast."),
            "",
            Optional.of(
                new ServiceErrorDetails(
                    "Rate limit is exceeded.",
                    List.of(
                        new Fact("Status", "429"),
                        new Fact("Correlation", "b5b2a9f4-96c5-4f0e-8c7f-8a7ff5cf6a20"))))));
    all.put(
        "error-plain",
        new ErrorView(
            "Request R-2000 does not exist",
            "",
            "",
            List.of("Write history to see the requests there are."),
            "",
            Optional.empty()));
    all.put(
        "error-not-registered",
        new ErrorView(
            "Couldn't get this from Power Platform",
            "",
            "Power Platform did not list the environments, because Holdfast's service principal"
                + " isn't a management application.",
            List.of(
                "A Power Platform administrator runs this in PowerShell, signed in as a person:"),
            "Add-PowerAppsAccount -Endpoint usgovhigh; New-PowerAppManagementApp -ApplicationId"
                + " 0f747967-84c4-4f29-84c2-682fb00390c8",
            Optional.empty()));
    return all;
  }

  private static HelpView help(String title, Optional<Banner> banner) {
    return new HelpView(
        title,
        "Holdfast backs up and restores Dynamics 365 finance and operations environments from"
            + " here: you ask, a colleague approves, Holdfast follows the job to its end and tells"
            + " you.",
        banner,
        List.of(
            new HelpView.Topic(
                "Look around",
                "Environments, their backups, and what rules a target out.",
                "backups Contoso UAT"),
            new HelpView.Topic(
                "Back up",
                "Puts a name on this moment, to come back to it.",
                "backup Contoso UAT \"Before go-live\""),
            new HelpView.Topic(
                "Restore",
                "Opens a form with what you have said already.",
                "restore Contoso UAT to Contoso Dev at yesterday 18:00"),
            new HelpView.Topic(
                "Follow", "Where requests stand, and what was done.", "status R-1042")),
        new BuildVersion("1.2.3", "1a2b3c4"));
  }

  private static EnvironmentListView.Row row(
      int n, String name, String kind, String region, String state, Tone tone) {
    return new EnvironmentListView.Row(
        name, kind, region, state, tone, "", Map.of("environment", Samples.environment(n)));
  }

  private static EnvironmentListView environments() {
    return new EnvironmentListView(
        "contoso",
        List.of(
            row(1, "Contoso Production", "Production · unified", "Europe", "Ready", Tone.GOOD),
            row(2, "Contoso UAT", "Sandbox · unified sandbox", "Europe", "Ready", Tone.GOOD),
            row(
                3,
                "Contoso Dev",
                "Sandbox · unified developer",
                "Europe",
                "Administration mode",
                Tone.ATTENTION),
            row(
                4,
                "Contoso Test",
                "Sandbox · unified sandbox",
                "Europe",
                "Busy: Copy since 21:10",
                Tone.ATTENTION),
            row(
                5,
                "Contoso Training",
                "Sandbox · Dataverse only",
                "United States",
                "Disabled",
                Tone.BAD)),
        0,
        5,
        "2 min ago",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static EnvironmentListView page() {
    return new EnvironmentListView(
        "",
        IntStream.rangeClosed(1, EnvironmentListView.PAGE)
            .mapToObj(
                n ->
                    row(
                        n,
                        "Contoso Environment with a long name %02d".formatted(n),
                        "Sandbox · unified sandbox",
                        "United States",
                        "Ready",
                        Tone.GOOD))
            .toList(),
        20,
        1990,
        "14 min ago, the kind of 312 environments is still being read",
        Optional.empty(),
        Optional.of(Map.of("text", "", "from", "10")),
        Optional.of(Map.of("text", "", "from", "30")));
  }

  private static List<Fact> facts() {
    return List.of(
        new Fact("Type", "Sandbox"),
        new Fact("Kind", "unified sandbox (USE)"),
        new Fact("Version", "application 10.0.44.1234, platform 7.0.7690.88"),
        new Fact("Dataverse", "9.2.26101.00183"),
        new Fact("Region", "europe"),
        new Fact("Group", "5b5fc7a1-2222-4000-8000-000000000001"),
        new Fact("Managed", "yes"),
        new Fact("Key", "Microsoft's"),
        new Fact("Storage", "Database 18.2 GB, File 3.1 GB, Log 0.4 GB (counted 3 h ago)"),
        new Fact("Created by", "Adele Vance"),
        new Fact("Id", Samples.environment(1)));
  }

  private static List<Fact> backup() {
    return List.of(
        new Fact("Retention", "7 days"),
        new Fact("Earliest", "Mon 16 Nov 2026, 00:10 (Europe/Copenhagen) · 23:10 UTC"),
        new Fact("Backup", "✓ possible"),
        new Fact("As target", "✓ possible"),
        new Fact("Power Platform", "backup ✓ allowed; restore ✓ allowed"));
  }

  private static final List<ExternalLink> LINKS =
      List.of(
          new ExternalLink(
              "Open finance and operations", "https://contoso-uat.operations.dynamics.com/"),
          new ExternalLink("Open Dataverse", "https://contoso-uat.crm4.dynamics.com/"));

  private static EnvironmentView environment() {
    return new EnvironmentView(
        new EnvironmentSummary("Contoso UAT", ""),
        new StateLabel("Ready", Tone.GOOD),
        Optional.empty(),
        facts(),
        backup(),
        LINKS,
        "just now",
        new EnvironmentView.Actions(
            Optional.of(OPEN),
            Optional.of(OPEN),
            Optional.of(Map.of("source", Samples.environment(1))),
            Optional.of(Map.of("target", Samples.environment(1)))));
  }

  private static EnvironmentView inAdministrationMode() {
    return new EnvironmentView(
        new EnvironmentSummary("Contoso Dev", ""),
        new StateLabel("Administration mode", Tone.ATTENTION),
        Optional.of(
            new Banner(
                Tone.ATTENTION,
                "Only administrators get in, and background operations stand still, since a restore"
                    + " (R-1039).")),
        facts(),
        backup(),
        LINKS,
        "just now",
        new EnvironmentView.Actions(
            Optional.of(OPEN),
            Optional.of(OPEN),
            Optional.empty(),
            Optional.of(Map.of("target", Samples.environment(1)))));
  }

  private static EnvironmentView odd() {
    return new EnvironmentView(
        new EnvironmentSummary(
            "Contoso Relic", "type not known · kind not known · region not known"),
        new StateLabel("State not reported", Tone.NEUTRAL),
        Optional.of(
            new Banner(
                Tone.ATTENTION,
                "The service describes this environment unlike any other: Holdfast can read little"
                    + " more of it than its name.")),
        List.of(
            new Fact("Type", "not reported"),
            new Fact("Kind", "kind not known"),
            new Fact("Region", "not reported"),
            new Fact("Managed", "not reported"),
            new Fact("Key", "not reported"),
            new Fact("Id", Samples.environment(7))),
        List.of(
            new Fact("Retention", "not reported"),
            new Fact("Earliest", "not reported"),
            new Fact(
                "Backup",
                "! possible, with care: Contoso Relic is of a type that the service does not name;"
                    + " the service decides."),
            new Fact(
                "As target",
                "! possible, with care: Contoso Relic is of a type that the service does not name;"
                    + " whether it may be a target the service decides."),
            new Fact(
                "Power Platform",
                "backup ! not reported; restore ✕ not allowed: EnvironmentSkuType")),
        List.of(),
        "just now",
        new EnvironmentView.Actions(
            Optional.empty(),
            Optional.of(OPEN),
            Optional.empty(),
            Optional.of(Map.of("target", Samples.environment(7)))));
  }

  private static BackupListView.Actions actions(
      Optional<Map<String, String>> restore, String backup) {
    return new BackupListView.Actions(
        restore, Optional.of(Map.of("environment", Samples.environment(1), "backup", backup)));
  }

  private static BackupListView backups() {
    return new BackupListView(
        Samples.UAT,
        Optional.of(Samples.EARLIEST),
        Optional.of(Samples.LATEST),
        List.of(
            new BackupListView.Row(
                "After month end",
                ZonedTime.of("Sun 22 Nov 2026, 23:50 (Europe/Copenhagen) · 22:50 UTC"),
                "3 min ago",
                "expires in 6 d",
                Tone.NEUTRAL,
                "Alex Wilber",
                "Can be restored in about 10 minutes.",
                actions(Optional.empty(), "b-1")),
            new BackupListView.Row(
                "Before go-live",
                Samples.POINT,
                "2 d ago",
                "expires in 4 d",
                Tone.NEUTRAL,
                "Alex Wilber",
                "Release 10.0.44, data of the pilot company USMF.",
                actions(
                    Optional.of(Map.of("source", Samples.environment(1), "backup", "b-2")), "b-2")),
            new BackupListView.Row(
                "Weekly",
                ZonedTime.of("Mon 16 Nov 2026, 06:00 (Europe/Copenhagen) · 05:00 UTC"),
                "6 d ago",
                "expires in 5 h",
                Tone.ATTENTION,
                "pipeline-backup",
                "",
                actions(
                    Optional.of(Map.of("source", Samples.environment(1), "backup", "b-3")),
                    "b-3"))),
        3,
        Optional.empty(),
        Optional.of(OPEN),
        Optional.of(Map.of("source", Samples.environment(1), "pointKind", "instant")));
  }

  private static BackupListView noBackups() {
    return new BackupListView(
        new EnvironmentSummary("Contoso (default)", "Default · Europe"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.of(
            new Banner(Tone.ATTENTION, "The default environment cannot be backed up by hand.")),
        Optional.empty(),
        Optional.empty());
  }

  private static DisambiguationView candidates() {
    return new DisambiguationView(
        "Which environment do you mean by “Contoso”?",
        List.of(
            new DisambiguationView.Candidate(Samples.UAT, "environment.show", OPEN),
            new DisambiguationView.Candidate(Samples.DEV, "environment.show", OPEN),
            new DisambiguationView.Candidate(
                new EnvironmentSummary("Contoso", "Default · Europe"), "environment.show", OPEN)));
  }

  private static RestoreEligibilityView whyNot() {
    return new RestoreEligibilityView(
        new EnvironmentSummary("Contoso Dev US", "Sandbox · unified developer · United States"),
        Optional.of(Samples.UAT),
        "Contoso UAT can't be restored to Contoso Dev US.",
        Tone.BAD,
        List.of(
            Samples.REGION,
            Samples.WARNING,
            Samples.PASSED.get(0),
            Samples.PASSED.get(2),
            Samples.PASSED.get(3)),
        Optional.empty());
  }

  private static RestoreEligibilityView whyYes() {
    return new RestoreEligibilityView(
        Samples.DEV,
        Optional.of(Samples.UAT),
        "Contoso UAT can be restored to Contoso Dev.",
        Tone.GOOD,
        Samples.PASSED,
        Optional.of(Map.of("source", Samples.environment(1), "target", Samples.environment(2))));
  }

  private static RestoreEligibilityView whyAnySource() {
    return new RestoreEligibilityView(
        new EnvironmentSummary("Contoso Production", "Production · unified · Europe"),
        Optional.empty(),
        "Contoso Production can never be a target",
        Tone.BAD,
        List.of(
            new CheckRow(
                Tone.BAD,
                "It is a production environment: only a sandbox can be restored onto. Its type"
                    + " would have to be changed to sandbox first.",
                Optional.of("Back up and restore environments, Microsoft Learn"))),
        Optional.empty());
  }
}
