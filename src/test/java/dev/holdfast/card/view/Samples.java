package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.card.DoctorSamples;
import dev.holdfast.chat.channel.ConnectSamples;
import dev.holdfast.chat.delegation.DelegationSamples;
import dev.holdfast.chat.series.SeriesSamples;
import dev.holdfast.notification.card.SettleSamples;
import dev.holdfast.notification.policy.PolicySamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One view for each card and each of its states, as Holdfast would fill it. */
public final class Samples {

  static final EnvironmentSummary UAT =
      new EnvironmentSummary("Contoso UAT", "Sandbox · unified sandbox · Europe");
  static final EnvironmentSummary DEV =
      new EnvironmentSummary("Contoso Dev", "Sandbox · unified developer · Europe");
  static final ZonedTime POINT =
      ZonedTime.of("Fri 20 Nov 2026, 18:00 (Europe/Copenhagen) · 17:00 UTC");
  static final ZonedTime EARLIEST =
      ZonedTime.of("Mon 16 Nov 2026, 00:12 (Europe/Copenhagen) · Sun 15 Nov 2026, 23:12 UTC");
  static final ZonedTime LATEST =
      ZonedTime.of("Mon 23 Nov 2026, 00:05 (Europe/Copenhagen) · Sun 22 Nov 2026, 23:05 UTC");

  static final List<String> LOST =
      List.of(
          "All data, code and settings of Contoso Dev, last changed today at 16:40.",
          "Its audit log: audit data is not restored.",
          "Its flows are turned off, and its connections must be made anew.");

  static final CheckRow WARNING =
      new CheckRow(
          Tone.ATTENTION,
          "Contoso Dev runs a newer finance and operations version (10.0.45) than Contoso UAT"
              + " (10.0.44): the newer features go away.",
          Optional.of("Unified developer experience, questions and answers"));
  static final CheckRow REGION =
      new CheckRow(
          Tone.BAD,
          "Contoso UAT is in Europe and Contoso Dev in the United States: a restore stays in its"
              + " region.",
          Optional.of("Back up and restore environments, Microsoft Learn"));
  static final List<CheckRow> PASSED =
      List.of(
          passed("Contoso Dev is a sandbox."),
          passed("Both environments are in Europe."),
          passed("Both are Managed Environments."),
          passed("Neither uses a customer-managed key."),
          passed("3.4 GB of capacity are free, 1 GB is needed."),
          passed("A unified sandbox can be restored onto a unified developer environment."),
          passed("The restore point lies in the retention window."),
          passed("No other operation is running on Contoso Dev."));

  public static final Map<String, String> DECIDE = Map.of("requestId", "R-1042", "version", "1");

  /** On a card in somebody's own chat. */
  static final AutoRefresh REFRESH = new AutoRefresh("Refresh", DECIDE, List.of());

  /** On the card that all in a conversation see. */
  static final AutoRefresh OWN_VIEWS =
      new AutoRefresh(
          "Show what I can do",
          DECIDE,
          List.of("29:1megan", "8:orgid:3f2504e0-4f89-41d3-9a0c-0305e82c3301"));

  static final DecisionRow APPROVED =
      new DecisionRow(
          Tone.GOOD,
          "Megan Bowen",
          "approved",
          "Sun 22 Nov 2026, 10:02 (Europe/Copenhagen)",
          Optional.of("Fine, the team is done with the old data."));
  static final DecisionRow REJECTED =
      new DecisionRow(
          Tone.BAD,
          "Megan Bowen",
          "rejected",
          "Sun 22 Nov 2026, 10:02 (Europe/Copenhagen)",
          Optional.of("Not before Tuesday: the testers still need Contoso Dev as it is."));
  static final List<String> NEXT =
      List.of(
          "If Contoso Dev is in administration mode, check it, then leave the mode in the Power"
              + " Platform admin center: Environments, Contoso Dev, Edit.",
          "Cloud flows are off. Turn on those you need, and give their connection references new"
              + " connections.",
          "Enable the users in finance and operations, and set again what belongs to the"
              + " environment: email, batch jobs, integration endpoints.",
          "Check custom connectors and shared canvas apps.");
  static final ServiceErrorDetails SERVICE =
      new ServiceErrorDetails(
          "RestoreFailed: The lifecycle operation failed in stage Run. Database restore could not"
              + " be completed. Please retry after 30 minutes.",
          List.of(
              new Fact("Operation", "4e9f8c1d-6d3c-4c44-9a0e-6e4f2a9be111"),
              new Fact("Correlation id", "b5b2a9f4-96c5-4f0e-8c7f-8a7ff5cf6a20")));

  private Samples() {}

  private static CheckRow passed(String sentence) {
    return new CheckRow(
        Tone.GOOD, sentence, Optional.of("Back up and restore environments, Microsoft Learn"));
  }

  public static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.putAll(EnvironmentSamples.all());
    all.putAll(CalendarSamples.all());
    all.putAll(FormSamples.all());
    all.putAll(DeletionSamples.all());
    all.putAll(SeveralBackupsSamples.all());
    all.putAll(RetentionSamples.all());
    all.putAll(ChecklistSamples.all());
    all.putAll(RequestSamples.all());
    all.putAll(AdminModeSamples.all());
    all.putAll(EmergencySamples.all());
    all.putAll(SettleSamples.all());
    all.putAll(SafetySamples.all());
    all.putAll(PolicySamples.all());
    all.putAll(DelegationSamples.all());
    all.putAll(SeriesSamples.all());
    all.putAll(ConnectSamples.all());
    all.putAll(HostileSamples.all());
    all.putAll(DoctorSamples.all());
    return all;
  }

  static List<Choice> choices(int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(
            n ->
                new Choice(
                    "Contoso Sandbox %02d · unified sandbox · Europe".formatted(n), environment(n)))
        .toList();
  }

  static String environment(int n) {
    return "6e7e2cf4-91d5-4a1f-8d3c-%012d".formatted(n);
  }
}
