package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.chat.environment.BackupListView;
import dev.holdfast.chat.environment.EnvironmentListView;
import dev.holdfast.chat.support.SupportDetailsView;
import dev.holdfast.notification.card.AdminModeView;
import dev.holdfast.notification.card.ApprovalView;
import dev.holdfast.notification.card.NotificationView;
import dev.holdfast.notification.card.OutcomeResolutionView;
import dev.holdfast.notification.card.RequestCardView;
import dev.holdfast.notification.card.RequestSubject;
import dev.holdfast.operation.ReviewContent;
import dev.holdfast.operation.copy.CopyFormView;
import dev.holdfast.operation.repeat.RepeatFields;
import dev.holdfast.operation.restore.RestoreFormView;
import dev.holdfast.operation.restore.RestoreReviewView;
import dev.holdfast.operation.start.StartFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Texts that want to be more than texts, in every place where people's words stand. */
public final class HostileSamples {

  public static final String LINK = "[click](https://evil.example)";
  public static final String BOLD = "**done** _yes_ ~~no~~ `code`";
  public static final String EXPRESSION = "${1+1} {{DATE(2026-11-20T18:00:00Z)}}";
  public static final String MENTION = "<at>x</at> <b>bold</b> &copy;";
  public static final String LINES = "# heading\n- item\n1. item\n\n\n> quote\n---\n| a | b |";
  public static final String RTL = "סביבת בדיקה ‮gnitset‬";
  static final String EMOJI = "👩‍💻🔥 Łódź İstanbul ǅ";
  public static final String LONG = "A long text without an end ".repeat(80);
  public static final String UNBROKEN = "x".repeat(2000);

  private HostileSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("hostile-calendar", CalendarSamples.full(LONG + BOLD + EXPRESSION));
    all.put("hostile-backups", backups());
    all.put("hostile-approval", approval());
    all.put("hostile-request", request());
    all.put("hostile-settle", settle());
    all.put("hostile-support-details", new SupportDetailsView(LINK, supportLines()));
    all.put("hostile-review", review());
    all.put("hostile-restore-form", form());
    all.put("hostile-copy-form", copy());
    all.put("hostile-environments", environments());
    all.put("hostile-notice", notice());
    return all;
  }

  private static BackupListView backups() {
    return new BackupListView(
        new EnvironmentSummary(RTL, MENTION),
        Optional.of(Samples.EARLIEST),
        Optional.of(Samples.LATEST),
        List.of(LINK, BOLD, EXPRESSION, MENTION, LINES, RTL, EMOJI, LONG, UNBROKEN).stream()
            .map(
                text ->
                    new BackupListView.Row(
                        text,
                        Samples.POINT,
                        "2 d ago",
                        "expires in 4 d",
                        Tone.NEUTRAL,
                        text,
                        text,
                        new BackupListView.Actions(
                            Optional.of(Map.of("backup", "b-1")), Optional.empty())))
            .toList(),
        9,
        Optional.of(new Banner(Tone.ATTENTION, LINK + " " + EXPRESSION)),
        Optional.empty(),
        Optional.empty());
  }

  private static ApprovalView approval() {
    return new ApprovalView(
        new ApprovalView.Heading(
            "R-1042", "Restore", "Approve this restore?", Optional.of(new Banner(Tone.BAD, LONG))),
        new ApprovalView.Submission(BOLD, "Sun 22 Nov 2026, 23:50", LINES + LONG),
        new RequestSubject(
            new EnvironmentSummary(RTL, LONG),
            Optional.of(new EnvironmentSummary(RTL + " " + UNBROKEN, LINK)),
            Optional.of(Samples.POINT),
            "Manual backup “" + LINK + "”"),
        List.of(new Fact("Label", LINK), new Fact("Notes", LONG)),
        new ApprovalView.Findings(
            List.of(LONG, LINK),
            List.of(new CheckRow(Tone.ATTENTION, MENTION + LONG, Optional.of(LINK)))),
        new ApprovalView.Approvals(
            "0 of 1",
            "Mon 23 Nov 2026, 23:50",
            List.of(new DecisionRow(Tone.GOOD, MENTION, "approved", "today", Optional.of(LINES)))),
        new ApprovalView.Decision(
            EXPRESSION,
            Optional.of(Samples.DECIDE),
            Optional.of(new AutoRefresh(LINK, Samples.DECIDE, List.of(EXPRESSION)))));
  }

  private static RequestCardView settle() {
    return new RequestCardView(
        new RequestCardView.Heading(
            "R-1042", "Restore", "Outcome unknown", Tone.ATTENTION, Optional.empty()),
        subject(LINK),
        List.of(new Fact("Reason", LINK)),
        new RequestCardView.Course(List.of(), List.of(), LINK),
        new RequestCardView.Result(EXPRESSION, List.of(), Optional.empty()),
        RequestCardView.Target.NONE,
        Optional.of(
            new OutcomeResolutionView(
                LINK + EXPRESSION + LONG,
                List.of(
                    new Choice(LONG, "RAN_AS:op-7"),
                    new Choice(LINK, "RAN_AS"),
                    new Choice(EXPRESSION, "GIVE_UP")),
                true,
                true,
                LINK + LONG,
                Optional.of(Samples.DECIDE),
                Optional.empty())),
        new RequestCardView.Actions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static RequestSubject subject(String pointName) {
    return new RequestSubject(
        new EnvironmentSummary(LINK, EMOJI),
        Optional.of(new EnvironmentSummary(UNBROKEN, LONG)),
        Optional.of(Samples.POINT),
        pointName,
        ExternalLink.to(LINK, "https://contoso.service-now.com/nav_to.do?x=%5D%28"));
  }

  private static RequestCardView request() {
    return new RequestCardView(
        new RequestCardView.Heading(
            "R-1042",
            "Restore",
            "Failed",
            Tone.BAD,
            Optional.of(new Banner(Tone.ATTENTION, EXPRESSION))),
        subject(LONG),
        List.of(new Fact("Reason", LONG), new Fact("Label", BOLD)),
        new RequestCardView.Course(
            List.of(
                new DecisionRow(Tone.GOOD, LONG, "approved", "today", Optional.of(LONG)),
                new DecisionRow(Tone.BAD, LINK, "rejected", "today", Optional.of(EXPRESSION))),
            List.of(new StageRow(LINK, MENTION, Tone.BAD)),
            LONG),
        new RequestCardView.Result(
            EXPRESSION + LONG,
            List.of(LONG, LINES, LINK),
            Optional.of(
                new ServiceErrorDetails(
                    LINES + " {\"error\":{\"message\":\"" + LONG + "\"}}",
                    List.of(new Fact("Operation", UNBROKEN), new Fact("Code", LINK))))),
        new RequestCardView.Target(
            Optional.of(
                new AdminModeView(
                    Tone.BAD,
                    LINK + EXPRESSION + LONG,
                    LINK + LONG,
                    true,
                    Optional.of(
                        new ServiceErrorDetails(LONG, List.of(new Fact("Operation", LINK)))),
                    Optional.of(Samples.DECIDE))),
            Optional.empty()),
        Optional.empty(),
        new RequestCardView.Actions(
            Optional.of(Samples.DECIDE),
            Optional.of(Samples.DECIDE),
            Optional.empty(),
            Optional.of(Samples.DECIDE),
            Optional.empty(),
            Optional.empty()));
  }

  /** As many as there are at most: a request, two environments, a target, an end, eight errors. */
  private static List<String> supportLines() {
    List<String> lines = new ArrayList<>(Collections.nCopies(15, LINK));
    lines.addAll(Collections.nCopies(9, LONG));
    return lines;
  }

  private static RestoreReviewView review() {
    return new RestoreReviewView(
        new ReviewContent(
            new ReviewContent.Subject(
                new EnvironmentSummary(LINK, EMOJI),
                new EnvironmentSummary(RTL, BOLD),
                Optional.of(Samples.POINT),
                LINK,
                List.of(new Fact("New name", LINK), new Fact("Security group", BOLD))),
            new ReviewContent.Checks(
                List.of(LINES),
                List.of(new CheckRow(Tone.BAD, LINK, Optional.of(BOLD))),
                List.of(BOLD, LINK, EXPRESSION, MENTION, LINES, LONG, UNBROKEN).stream()
                    .map(words -> "Power Platform's own check found a problem: " + words)
                    .map(words -> new CheckRow(Tone.BAD, words, Optional.of(LINK)))
                    .toList()),
            new ReviewContent.Confirmation(
                "", LONG, "", Optional.empty(), Map.of("source", EXPRESSION), Optional.empty())));
  }

  private static final StartFields START =
      new StartFields(LINK, "PT1H", List.of(new Choice(BOLD, "PT1H")));

  private static CopyFormView copy() {
    return new CopyFormView(
        new EnvironmentSummary(LINK, EXPRESSION),
        new CopyFormView.Targets(
            List.of(new Choice(LINK, "id"), new Choice(LONG, "2")), 2, 1, true),
        new CopyFormView.Values(EXPRESSION, "id", LINK, BOLD, true, true, LINES, Optional.of(LINK)),
        new CopyFormView.Times(START, new RepeatFields(LINK, LONG)),
        Optional.of(new Banner(Tone.BAD, LINK)),
        Map.of(
            "start",
            LONG,
            "repeat",
            LINK,
            "grace",
            LINK,
            "type",
            LINK,
            "target",
            LONG,
            "targetName",
            BOLD,
            "securityGroup",
            LINES),
        Map.of("source", EXPRESSION),
        Map.of());
  }

  private static RestoreFormView form() {
    return new RestoreFormView(
        new EnvironmentSummary(LINK, EXPRESSION),
        new RestoreFormView.Window(Optional.of(Samples.EARLIEST), Optional.of(Samples.LATEST)),
        List.of(
            new Choice(LINK, "b-1"),
            new Choice(LONG, "b-2"),
            new Choice(EXPRESSION, "b-3"),
            new Choice(RTL, "b-4")),
        new RestoreFormView.Targets(
            IntStream.range(0, 23).mapToObj(n -> new Choice(LONG, Samples.environment(n))).toList(),
            300,
            275,
            LINK + BOLD + LONG,
            true),
        new RestoreFormView.Values(
            new RestoreFormView.Point("backup", "b-1", "", "", RTL),
            "",
            LONG,
            LINK,
            false,
            false,
            LINES + LONG,
            Optional.of(EXPRESSION)),
        START,
        new RestoreFormView.Problems(
            Optional.of(new Banner(Tone.BAD, LINES)),
            Map.of("target", LINK, "reason", LONG.substring(0, 300), "zone", BOLD),
            List.of(new RestoreFormView.Alternative(LINK, Map.of("source", EXPRESSION)))),
        new RestoreFormView.Actions(
            Map.of("source", Samples.environment(1)),
            Map.of("source", Samples.environment(1)),
            Optional.empty()));
  }

  private static EnvironmentListView environments() {
    return new EnvironmentListView(
        EXPRESSION,
        List.of(
            new EnvironmentListView.Row(
                LINK, BOLD, RTL, EXPRESSION, Tone.GOOD, "", Map.of("environment", EXPRESSION)),
            new EnvironmentListView.Row(
                UNBROKEN, MENTION, EMOJI, LONG, Tone.BAD, "", Map.of("environment", "e-2"))),
        0,
        2,
        "just now",
        Optional.of(new Banner(Tone.NEUTRAL, LINK)),
        Optional.empty(),
        Optional.empty());
  }

  private static NotificationView notice() {
    return new NotificationView(
        new NotificationView.Headline(LINK, Tone.GOOD, EXPRESSION + BOLD),
        Optional.of(new EnvironmentSummary(RTL, "")),
        Optional.of(new EnvironmentSummary(RTL, "")),
        List.of(new Fact(LINK, BOLD)),
        List.of(MENTION),
        Optional.empty(),
        new NotificationView.RequestLink("R-1042", Optional.of(Map.of("requestId", "R-1042"))));
  }
}
