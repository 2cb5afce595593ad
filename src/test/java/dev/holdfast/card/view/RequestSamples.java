package dev.holdfast.card.view;

import dev.holdfast.card.CardView;
import dev.holdfast.chat.doctor.DoctorView;
import dev.holdfast.chat.home.HomeView;
import dev.holdfast.chat.request.RequestListView;
import dev.holdfast.chat.support.SupportDetailsView;
import dev.holdfast.notification.card.ApprovalView;
import dev.holdfast.notification.card.NotificationView;
import dev.holdfast.notification.card.RequestCardView;
import dev.holdfast.notification.card.RequestSubject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Approval, request in each of its states, notices, lists. */
public final class RequestSamples {

  private static final Optional<Map<String, String>> CANCEL = Optional.of(Samples.DECIDE);
  private static final Optional<AutoRefresh> REFRESH = Optional.of(Samples.REFRESH);
  public static final Optional<Map<String, String>> OPEN =
      Optional.of(Map.of("requestId", "R-1042"));

  private static final String ASK_ANEW =
      "Nothing was changed. If you still need it, submit a new request.";
  private static final Fact PLANNED =
      new Fact("Safety backup", "of Contoso Dev, before it is overwritten");
  private static final Fact STARTED =
      new Fact("Started", "Sun 22 Nov 2026, 10:04 (Europe/Copenhagen) · 09:04 UTC");
  private static final Fact USUAL =
      new Fact("Usual duration", "about 2 h 5 min (median of 5 restores onto Contoso Dev)");
  private static final Fact USUAL_OF_KIND =
      new Fact("Usual duration", "about 2 h (1 restore onto unified sandboxes)");
  private static final Fact EXPECTED =
      new Fact("Expected end", "about Sun 22 Nov 2026, 12:09 (Europe/Copenhagen) · 11:09 UTC");
  private static final Fact OVERDUE =
      new Fact(
          "Expected end",
          "It takes longer than usual. Expected was about Sun 22 Nov 2026, 12:04"
              + " (Europe/Copenhagen) · 11:04 UTC.");
  private static final Fact POINT =
      new Fact("Restore point", "Fri 20 Nov 2026, 18:00 (Europe/Copenhagen) · 17:00 UTC");
  private static final String RESTORED = "Contoso Dev is restored and ready.";
  private static final String FAILED =
      "The service reports that its operation on Contoso Dev failed.";
  private static final List<String> AFTER_A_FAILURE =
      List.of(
          "Do not use Contoso Dev before you have looked at it: it may be half restored or"
              + " disabled.",
          "From Sun 22 Nov 2026, 11:15 (Europe/Copenhagen) · 10:15 UTC on, ask for the restore"
              + " again: half an hour after a failure.",
          "If it fails again, Contoso Dev can be reset, deleted, or be the target of another copy"
              + " or restore.",
          "Microsoft support will ask for the service's words and the ids on this card.");
  private static final RequestSubject RESTORE =
      new RequestSubject(
          Samples.UAT,
          Optional.of(Samples.DEV),
          Optional.of(Samples.POINT),
          "Manual backup “Before go-live”");
  private static final Optional<ExternalLink> TICKET =
      ExternalLink.to(
          "Open change ticket CHG0030052",
          "https://contoso.service-now.com/nav_to.do"
              + "?uri=change_request.do%3Fsysparm_query%3Dnumber%3DCHG0030052");
  private static final Optional<AutoRefresh> OWN_VIEWS = Optional.of(Samples.OWN_VIEWS);

  private RequestSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("approval", approval(Optional.empty(), List.of(), "0 of 1", ""));
    all.put(
        "approval-second",
        approval(
            Optional.of(
                new Banner(
                    Tone.ATTENTION, "You submitted R-1042, so someone else has to approve it.")),
            List.of(Samples.APPROVED),
            "1 of 2",
            "Enter a comment. You can't reject a request without one."));
    all.put("approval-of-all", backupApproval());
    all.put("request-awaiting", awaiting(CANCEL, REFRESH));
    all.put("request-of-all", awaiting(Optional.empty(), OWN_VIEWS));
    all.put(
        "request-stale-click",
        approved(
            Optional.of(
                new Banner(
                    Tone.ATTENTION,
                    "Already approved by Megan Bowen at 10:02. Your click changed nothing."))));
    all.put("request-running", running());
    all.put("request-verifying", verifying());
    all.put("request-finops-late", finOpsLate());
    all.put("support-details", supportDetails());
    all.put("request-succeeded", succeeded());
    all.put("request-failed", failed());
    all.put("request-unknown", unknown());
    all.put(
        "request-rejected",
        closed(
            "Rejected",
            Tone.BAD,
            List.of(Samples.REJECTED),
            "Not before Tuesday: the testers still need Contoso Dev as it is.",
            "Nothing was changed. Talk to the approver before you submit a new request."));
    all.put("request-cancelled", closed("Canceled", Tone.NEUTRAL, List.of(), ""));
    all.put(
        "request-expired",
        closed("Expired", Tone.NEUTRAL, List.of(), "Nobody decided in time.", ASK_ANEW));
    all.put(
        "request-voided",
        closed(
            "Voided",
            Tone.ATTENTION,
            List.of(Samples.APPROVED),
            "What was approved is no longer possible: Contoso Dev is a production environment.",
            ASK_ANEW));
    all.put("request-backup-succeeded", backup());
    all.put("notice-succeeded", noticeSucceeded());
    all.put("notice-failed", noticeFailed());
    all.put("notice-plain", noticePlain());
    all.put("request-list", list());
    all.put("request-list-page", page());
    all.put("request-list-history", history());
    all.put("request-list-zone", inUtc());
    all.put(
        "request-list-none",
        new RequestListView(
            "Waiting for your approval",
            "",
            Optional.empty(),
            "You have no pending approvals.",
            List.of(),
            0,
            Optional.empty(),
            Optional.empty()));
    all.put("home", home());
    all.put(
        "home-quiet",
        new HomeView(
            "Hello, Alex Wilber",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            "",
            "I back up, restore, and copy Dynamics 365 finance and operations environments."));
    return all;
  }

  private static HomeView home() {
    List<RequestListView.Row> rows = list().rows();
    return new HomeView(
        "Hello, Alex Wilber",
        Optional.of(new Banner(Tone.ATTENTION, "Nothing starts until Mon 30 Nov, 06:00.")),
        List.of(
            new DoctorView.Line(
                Tone.BAD,
                "Admin API",
                "Power Platform doesn't know this application.",
                "Register it once",
                "New-PowerAppManagementApp -ApplicationId 00000000-0000-0000-0000-000000000001")),
        List.of(
            new HomeView.Newest(
                "Waiting for your decision",
                rows.subList(0, 1),
                Optional.of(Map.of("list", "APPROVALS"))),
            new HomeView.Newest("Requests in progress", rows.subList(1, 2), Optional.empty())),
        rows.subList(0, 2),
        "You get a message when a request finishes for Contoso Dev and Contoso UAT.",
        "");
  }

  private static List<Fact> options() {
    return List.of(
        new Fact("Audit data", "left out"),
        new Fact("New name", "Contoso Dev (November)"),
        new Fact("Security group", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
  }

  private static ApprovalView approval(
      Optional<Banner> banner, List<DecisionRow> decisions, String needed, String commentError) {
    return new ApprovalView(
        new ApprovalView.Heading("R-1042", "Restore", "Approve this restore?", banner),
        new ApprovalView.Submission(
            "Alex Wilber",
            "Sun 22 Nov 2026, 23:50 (Europe/Copenhagen)",
            "Test of the release with the data of the pilot"),
        RESTORE,
        options(),
        new ApprovalView.Findings(Samples.LOST, List.of(Samples.WARNING)),
        new ApprovalView.Approvals(needed, "Mon 23 Nov 2026, 23:50 (Europe/Copenhagen)", decisions),
        new ApprovalView.Decision(commentError, Optional.of(Samples.DECIDE), Optional.empty()));
  }

  private static ApprovalView backupApproval() {
    return new ApprovalView(
        new ApprovalView.Heading("R-1043", "Backup", "Approve this backup?", Optional.empty()),
        new ApprovalView.Submission(
            "Alex Wilber", "Sun 22 Nov 2026, 23:50 (Europe/Copenhagen)", ""),
        new RequestSubject(
            new EnvironmentSummary("Contoso Production", "Production · unified · Europe"),
            Optional.empty(),
            Optional.empty(),
            "",
            TICKET),
        List.of(new Fact("Change ticket", "CHG0030052"), new Fact("Label", "Before go-live")),
        new ApprovalView.Findings(List.of(), List.of()),
        new ApprovalView.Approvals(
            "0 of 1", "Mon 23 Nov 2026, 23:50 (Europe/Copenhagen)", List.of()),
        new ApprovalView.Decision("", Optional.empty(), OWN_VIEWS));
  }

  static RequestCardView request(
      String state,
      Tone tone,
      Optional<Banner> banner,
      List<Fact> more,
      List<DecisionRow> decisions,
      List<StageRow> stages,
      String progress,
      String outcome,
      List<String> next,
      Optional<ServiceErrorDetails> service,
      Optional<Map<String, String>> cancel,
      Optional<AutoRefresh> refresh) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Requested by", "Alex Wilber"));
    facts.add(new Fact("Asked", "Sun 22 Nov 2026, 09:50 (Europe/Copenhagen) · 08:50 UTC"));
    facts.add(new Fact("Reason", "Test of the release with the data of the pilot"));
    facts.add(new Fact("Audit data", "left out"));
    facts.addAll(more);
    return new RequestCardView(
        new RequestCardView.Heading("R-1042", "Restore", state, tone, banner),
        RESTORE,
        facts,
        new RequestCardView.Course(decisions, stages, progress),
        new RequestCardView.Result(outcome, next, service),
        RequestCardView.Target.NONE,
        Optional.empty(),
        new RequestCardView.Actions(
            state.equals("Failed") ? OPEN : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            cancel,
            refresh,
            Optional.empty()));
  }

  private static RequestCardView awaiting(
      Optional<Map<String, String>> cancel, Optional<AutoRefresh> refresh) {
    return request(
        "Awaiting approval",
        Tone.ATTENTION,
        Optional.empty(),
        List.of(PLANNED),
        List.of(),
        List.of(),
        "0 of 1 approvals given. Expires Mon 23 Nov 2026, 09:50 (Europe/Copenhagen) · 08:50 UTC.",
        "",
        List.of(),
        Optional.empty(),
        cancel,
        refresh);
  }

  private static RequestCardView approved(Optional<Banner> banner) {
    return request(
        "Approved",
        Tone.ONGOING,
        banner,
        List.of(new Fact("Security group", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"), PLANNED),
        List.of(Samples.APPROVED),
        List.of(),
        "Holdfast checks once more, then calls the service.",
        "",
        List.of(),
        Optional.empty(),
        CANCEL,
        REFRESH);
  }

  /** The stages that are done, and the words for the one after them. */
  private static List<StageRow> stages(int done, String word, Tone tone) {
    List<String> names = List.of("Validate", "Prepare", "Run", "Finalize");
    List<String> took = List.of("40 s", "7 min", "2 h 51 min", "4 min");
    return IntStream.range(0, names.size())
        .mapToObj(
            n ->
                n < done
                    ? new StageRow(names.get(n), "done, " + took.get(n), Tone.GOOD)
                    : n > done
                        ? new StageRow(names.get(n), "not started", Tone.NEUTRAL)
                        : new StageRow(names.get(n), word, tone))
        .toList();
  }

  private static RequestCardView running() {
    return request(
        "Running",
        Tone.ONGOING,
        Optional.empty(),
        List.of(STARTED, USUAL, EXPECTED),
        List.of(Samples.APPROVED),
        stages(2, "running", Tone.ONGOING),
        "Power Platform reports the status Running. This can take hours.",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        REFRESH);
  }

  private static RequestCardView verifying() {
    return request(
        "Verifying",
        Tone.ONGOING,
        Optional.empty(),
        List.of(STARTED, USUAL_OF_KIND, OVERDUE),
        List.of(Samples.APPROVED),
        stages(4, "", Tone.NEUTRAL),
        "Power Platform reports success. Checking the environment itself.",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        REFRESH);
  }

  public static RequestCardView finOpsLate() {
    return request(
        "Dataverse is restored, finance and operations isn't",
        Tone.ATTENTION,
        Optional.empty(),
        List.of(STARTED),
        List.of(Samples.APPROVED),
        stages(4, "", Tone.NEUTRAL),
        "Finance and operations on Contoso Dev isn't ready. Its state is Failed.",
        "",
        List.of(
            "Don't use Contoso Dev yet, and leave administration mode on. Holdfast keeps checking"
                + " and lets you know how it ends."),
        Optional.of(
            new ServiceErrorDetails(
                "",
                List.of(),
                List.of("DataSyncFailed: The sync didn't end. (Restore, SyncDatabase)"),
                2)),
        Optional.empty(),
        REFRESH);
  }

  private static SupportDetailsView supportDetails() {
    return new SupportDetailsView(
        "R-1042",
        List.of(
            "Operation: restore",
            "Operation ID: 6a4f3c1e-2b7d-4e55-9a0b-1f2e3d4c5b6a",
            "Started: 2026-11-22T09:04:00Z",
            "Error: 2026-11-22T10:11:12Z DataSyncFailed: The sync didn't end."));
  }

  static RequestCardView succeeded() {
    return request(
        "Succeeded",
        Tone.GOOD,
        Optional.empty(),
        List.of(STARTED, new Fact("Duration", "3 h 6 min")),
        List.of(Samples.APPROVED),
        stages(4, "", Tone.NEUTRAL),
        "",
        RESTORED,
        Samples.NEXT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static RequestCardView failed() {
    return request(
        "Failed",
        Tone.BAD,
        Optional.empty(),
        List.of(
            STARTED,
            new Fact("Duration", "41 min"),
            new Fact(
                "State of Contoso Dev",
                "Failed, read Sun 22 Nov 2026, 10:46 (Europe/Copenhagen) · 09:46 UTC")),
        List.of(Samples.APPROVED),
        stages(2, "failed, 33 min", Tone.BAD),
        "",
        FAILED,
        AFTER_A_FAILURE,
        Optional.of(Samples.SERVICE),
        Optional.empty(),
        Optional.empty());
  }

  public static RequestCardView unknown() {
    return request(
        "Outcome unknown",
        Tone.ATTENTION,
        Optional.empty(),
        List.of(),
        List.of(Samples.APPROVED),
        List.of(),
        "",
        "The answer to the call was lost, and which operation is ours cannot be told. Look at the"
            + " operations 6a4f3c1e-2b7d-4e55-9a0b-1f2e3d4c5b6a of Contoso Dev. Holdfast does not"
            + " call again.",
        List.of(
            "Look at the operations of Contoso Dev in the Power Platform admin center.",
            "Then an approver resolves the outcome on the card of R-1042. Until then, Holdfast"
                + " starts nothing else on Contoso Dev and doesn't retry on its own."),
        Optional.empty(),
        Optional.empty(),
        REFRESH);
  }

  private static RequestCardView closed(
      String state, Tone tone, List<DecisionRow> decisions, String outcome, String... next) {
    return request(
        state,
        tone,
        Optional.empty(),
        List.of(),
        decisions,
        List.of(),
        "",
        outcome,
        List.of(next),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RequestCardView backup() {
    return new RequestCardView(
        new RequestCardView.Heading("R-1043", "Backup", "Succeeded", Tone.GOOD, Optional.empty()),
        new RequestSubject(Samples.UAT, Optional.empty(), Optional.empty(), ""),
        List.of(
            new Fact("Requested by", "Alex Wilber"),
            new Fact("Asked", "Sun 22 Nov 2026, 09:50 (Europe/Copenhagen) · 08:50 UTC"),
            new Fact("Label", "Before go-live"),
            STARTED,
            new Fact("Duration", "2 min")),
        new RequestCardView.Course(List.of(), List.of(), ""),
        new RequestCardView.Result(
            "The backup of Contoso UAT is made.",
            List.of("Wait 15 minutes before Contoso UAT is restored from this backup."),
            Optional.empty()),
        RequestCardView.Target.NONE,
        Optional.empty(),
        new RequestCardView.Actions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static NotificationView noticeSucceeded() {
    return new NotificationView(
        new NotificationView.Headline("Contoso Dev is restored", Tone.GOOD, RESTORED),
        Optional.of(Samples.UAT),
        Optional.of(Samples.DEV),
        List.of(POINT, new Fact("Requested by", "Alex Wilber"), new Fact("Duration", "3 h 6 min")),
        Samples.NEXT,
        Optional.empty(),
        new NotificationView.RequestLink("R-1042", OPEN));
  }

  private static NotificationView noticeFailed() {
    return new NotificationView(
        new NotificationView.Headline("The restore of Contoso Dev failed", Tone.BAD, FAILED),
        Optional.of(Samples.UAT),
        Optional.of(Samples.DEV),
        List.of(POINT, new Fact("Requested by", "Alex Wilber"), new Fact("Duration", "41 min")),
        AFTER_A_FAILURE,
        Optional.of(Samples.SERVICE),
        new NotificationView.RequestLink("R-1042", OPEN));
  }

  private static NotificationView noticePlain() {
    return new NotificationView(
        new NotificationView.Headline(
            "This channel gets notices about Contoso Dev",
            Tone.NEUTRAL,
            "Backups and restores of it are told here. Write unsubscribe Contoso Dev to end that."),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        new NotificationView.RequestLink("", Optional.empty()));
  }

  private static RequestListView.Row row(
      int n, String kind, String to, String state, Tone tone, String when) {
    return new RequestListView.Row(
        "R-" + n,
        kind,
        "Contoso UAT",
        to,
        new StateLabel(state, tone),
        when,
        "Alex Wilber",
        Map.of("requestId", "R-" + n));
  }

  private static RequestListView list() {
    return new RequestListView(
        "Requests",
        "",
        Optional.empty(),
        "There is none.",
        List.of(
            row(
                1042,
                "Restore",
                "Contoso Dev",
                "Approved · waits for R-1040",
                Tone.ONGOING,
                "today, 23:50"),
            row(1041, "Backup", "", "Succeeded", Tone.GOOD, "today, 21:04"),
            row(1040, "Restore", "Contoso Test", "Failed", Tone.BAD, "yesterday, 18:20"),
            row(
                1039,
                "Restore",
                "Contoso Dev",
                "Outcome unknown · waits for somebody to settle it",
                Tone.ATTENTION,
                "Fri 20 Nov, 09:00")),
        4,
        Optional.empty(),
        Optional.empty());
  }

  private static RequestListView page() {
    return new RequestListView(
        "History of Contoso UAT",
        "",
        Optional.empty(),
        "There is none.",
        fullPage(),
        64,
        Optional.empty(),
        Optional.empty());
  }

  private static RequestListView history() {
    return new RequestListView(
        "History of Contoso UAT",
        "now failed; requested or decided by Megan; since Sun 1 Nov 2026, 00:00 (Europe/Berlin) ·"
            + " Sat 31 Oct 2026, 23:00 UTC",
        Optional.empty(),
        "There is none.",
        fullPage(),
        RequestListView.PAGE,
        Optional.of(Map.of("environment", "env-uat", "inPlace", "true")),
        Optional.of(Map.of("environment", "env-uat", "inPlace", "true", "before", "R-1033")));
  }

  private static RequestListView inUtc() {
    return new RequestListView(
        "History",
        "since Thu 19 Nov 2026, 00:00 UTC",
        Optional.of(
            new Banner(
                Tone.ATTENTION,
                "Holdfast doesn't know your time zone, so it reads the time in UTC. To use another"
                    + " time zone, add it to the time, as in history since yesterday"
                    + " Europe/Berlin.")),
        "There is none.",
        fullPage(),
        RequestListView.PAGE,
        Optional.empty(),
        Optional.empty());
  }

  private static List<RequestListView.Row> fullPage() {
    return IntStream.range(0, RequestListView.PAGE)
        .mapToObj(
            n ->
                row(
                    1042 - n,
                    "Restore",
                    "Contoso Environment with a long name",
                    "Awaiting approval",
                    Tone.ATTENTION,
                    "Fri 20 Nov 2026, 09:00"))
        .toList();
  }
}
