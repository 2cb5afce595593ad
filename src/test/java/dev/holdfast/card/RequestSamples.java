package dev.holdfast.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Approval, request in each of its states, notices, lists. */
final class RequestSamples {

  private static final Optional<Map<String, String>> CANCEL = Optional.of(Samples.DECIDE);
  private static final Optional<Refresh> REFRESH = Optional.of(Samples.REFRESH);
  private static final Optional<Refresh> OWN_VIEWS = Optional.of(Samples.OWN_VIEWS);

  private RequestSamples() {}

  static Map<String, CardView> all() {
    Map<String, CardView> all = new LinkedHashMap<>();
    all.put("approval", approval(Optional.empty(), List.of(), "0 of 1", ""));
    all.put(
        "approval-second",
        approval(
            Optional.of(new Banner(Tone.ATTENTION, "You asked for it, so you cannot approve it.")),
            List.of(Samples.APPROVED),
            "1 of 2",
            "Say why: the requester reads it."));
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
    all.put("request-succeeded", succeeded());
    all.put("request-failed", failed());
    all.put("request-unknown", unknown());
    all.put(
        "request-rejected",
        closed(
            "Rejected",
            Tone.BAD,
            List.of(Samples.REJECTED),
            "Nothing was started and nothing changed."));
    all.put(
        "request-cancelled",
        closed(
            "Cancelled",
            Tone.NEUTRAL,
            List.of(),
            "Alex Wilber cancelled it at 10:15. Nothing was started and nothing changed."));
    all.put(
        "request-expired",
        closed(
            "Expired",
            Tone.NEUTRAL,
            List.of(),
            "Nobody decided until Mon 23 Nov 2026, 23:50. Nothing was started and nothing changed."));
    all.put(
        "request-voided",
        closed(
            "Voided",
            Tone.BAD,
            List.of(Samples.APPROVED),
            "A check that was green turned red before the start: Contoso Dev is now a production"
                + " environment. Nothing was started. Ask again if it is still wanted."));
    all.put("request-backup-succeeded", backup());
    all.put("notice-succeeded", noticeSucceeded());
    all.put("notice-failed", noticeFailed());
    all.put("notice-plain", noticePlain());
    all.put("request-list", list());
    all.put("request-list-page", page());
    all.put("request-list-history", history());
    all.put(
        "request-list-none",
        new RequestListView(
            "Waiting for your approval",
            "",
            "Nothing waits for you.",
            List.of(),
            0,
            Optional.empty(),
            Optional.empty()));
    return all;
  }

  private static List<Fact> options() {
    return List.of(
        new Fact("Audit data", "left out"),
        new Fact("New name", "Contoso Dev (November)"),
        new Fact("Security group", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
  }

  private static ApprovalView approval(
      Optional<Banner> banner, List<Decision> decisions, String needed, String commentError) {
    return new ApprovalView(
        "R-1042",
        "Restore",
        banner,
        "Alex Wilber",
        "Sun 22 Nov 2026, 23:50 (Europe/Copenhagen)",
        "Test of the release with the data of the pilot",
        Samples.UAT,
        Optional.of(Samples.DEV),
        Optional.of(Samples.POINT),
        "Manual backup “Before go-live”",
        options(),
        Samples.LOST,
        List.of(Samples.WARNING),
        needed,
        "Mon 23 Nov 2026, 23:50 (Europe/Copenhagen)",
        decisions,
        commentError,
        Optional.of(Samples.DECIDE),
        Optional.empty());
  }

  private static ApprovalView backupApproval() {
    return new ApprovalView(
        "R-1043",
        "Backup",
        Optional.empty(),
        "Alex Wilber",
        "Sun 22 Nov 2026, 23:50 (Europe/Copenhagen)",
        "",
        new Side("Contoso Production", "Production · unified · Europe"),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(new Fact("Label", "Before go-live")),
        List.of(),
        List.of(),
        "0 of 1",
        "Mon 23 Nov 2026, 23:50 (Europe/Copenhagen)",
        List.of(),
        "",
        Optional.empty(),
        OWN_VIEWS);
  }

  static RequestView request(
      String state,
      Tone tone,
      Optional<Banner> banner,
      List<Fact> more,
      List<Decision> decisions,
      List<StageLine> stages,
      String progress,
      String outcome,
      List<String> next,
      Optional<ServiceWords> service,
      Optional<Map<String, String>> cancel,
      Optional<Refresh> refresh) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Asked by", "Alex Wilber, Sun 22 Nov 2026, 23:50"));
    facts.add(new Fact("Reason", "Test of the release with the data of the pilot"));
    facts.add(new Fact("Audit data", "left out"));
    facts.addAll(more);
    return new RequestView(
        "R-1042",
        "Restore",
        state,
        tone,
        banner,
        Samples.UAT,
        Optional.of(Samples.DEV),
        Optional.of(Samples.POINT),
        "Manual backup “Before go-live”",
        facts,
        decisions,
        stages,
        progress,
        outcome,
        next,
        service,
        Optional.empty(),
        Optional.empty(),
        tone == Tone.BAD ? Optional.of(Map.of("requestId", "R-1042")) : Optional.empty(),
        Optional.empty(),
        cancel,
        refresh);
  }

  private static RequestView awaiting(
      Optional<Map<String, String>> cancel, Optional<Refresh> refresh) {
    return request(
        "Waiting for approval",
        Tone.NEUTRAL,
        Optional.empty(),
        List.of(
            new Fact("Approvals", "0 of 1: Megan Bowen or Isaiah Langer"),
            new Fact("Expires", "Mon 23 Nov 2026, 23:50 (Europe/Copenhagen)")),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        Optional.empty(),
        cancel,
        refresh);
  }

  private static RequestView approved(Optional<Banner> banner) {
    return request(
        "Approved",
        Tone.GOOD,
        banner,
        List.of(new Fact("Security group", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")),
        List.of(Samples.APPROVED),
        List.of(),
        "The checks run again, then the restore starts.",
        "",
        List.of(),
        Optional.empty(),
        CANCEL,
        REFRESH);
  }

  private static List<StageLine> stages(int done, Tone last) {
    List<String> names = List.of("Validate", "Prepare", "Run", "Finalize");
    return IntStream.range(0, names.size())
        .mapToObj(
            n ->
                n < done
                    ? new StageLine(names.get(n), "done", Tone.GOOD)
                    : n > done
                        ? new StageLine(names.get(n), "to come", Tone.NEUTRAL)
                        : last == Tone.BAD
                            ? new StageLine(names.get(n), "failed", Tone.BAD)
                            : new StageLine(names.get(n), "running", Tone.ONGOING))
        .toList();
  }

  private static RequestView running() {
    return request(
        "Restoring",
        Tone.ONGOING,
        Optional.empty(),
        List.of(
            new Fact("Started", "Sun 22 Nov 2026, 10:04 (Europe/Copenhagen)"),
            new Fact("Running for", "1 h 12 min")),
        List.of(Samples.APPROVED),
        stages(2, Tone.NEUTRAL),
        "Stage 3 of 4 since 40 min. A restore can take more than a day; Holdfast looks every"
            + " minute and tells you when it ends.",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        REFRESH);
  }

  private static RequestView verifying() {
    return request(
        "Verifying",
        Tone.ONGOING,
        Optional.empty(),
        List.of(new Fact("Running for", "3 h 2 min")),
        List.of(Samples.APPROVED),
        stages(4, Tone.NEUTRAL),
        "The service says that it is done. Holdfast waits until Contoso Dev is ready.",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        REFRESH);
  }

  static RequestView succeeded() {
    return request(
        "Restored",
        Tone.GOOD,
        Optional.empty(),
        List.of(
            new Fact("Ended", "Sun 22 Nov 2026, 13:10 (Europe/Copenhagen)"),
            new Fact("Took", "3 h 6 min")),
        List.of(Samples.APPROVED),
        List.of(),
        "",
        "Contoso Dev now holds what Contoso UAT held at the restore point.",
        Samples.NEXT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static RequestView failed() {
    return request(
        "Failed",
        Tone.BAD,
        Optional.empty(),
        List.of(new Fact("Took", "41 min")),
        List.of(Samples.APPROVED),
        stages(2, Tone.BAD),
        "",
        "The service ended the restore in stage Run. Contoso Dev may be unusable; Contoso UAT is"
            + " not touched.",
        List.of(
            "Wait 30 minutes, then ask for the same restore again.",
            "If it fails again: reset or delete Contoso Dev, and restore or copy onto it.",
            "Give the ids below to Microsoft support."),
        Optional.of(Samples.SERVICE),
        Optional.empty(),
        Optional.empty());
  }

  static RequestView unknown() {
    return request(
        "Outcome unknown",
        Tone.ATTENTION,
        Optional.empty(),
        List.of(),
        List.of(Samples.APPROVED),
        List.of(),
        "",
        "Holdfast called the service and got no answer, and the service lists no operation that"
            + " is surely this one. Holdfast does not call again.",
        List.of(
            "Look at Contoso Dev in the admin center: was it restored at 10:04?",
            "Ask again only when it was not."),
        Optional.of(Samples.SERVICE),
        Optional.empty(),
        REFRESH);
  }

  private static RequestView closed(
      String state, Tone tone, List<Decision> decisions, String outcome) {
    return request(
        state,
        tone,
        Optional.empty(),
        List.of(),
        decisions,
        List.of(),
        "",
        outcome,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RequestView backup() {
    return new RequestView(
        "R-1043",
        "Backup",
        "Backed up",
        Tone.GOOD,
        Optional.empty(),
        Samples.UAT,
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(
            new Fact("Label", "Before go-live"),
            new Fact("Asked by", "Alex Wilber, Sun 22 Nov 2026, 23:50")),
        List.of(),
        List.of(),
        "",
        "It can be restored in about 15 minutes, and expires on Sun 29 Nov 2026.",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NoticeView noticeSucceeded() {
    return new NoticeView(
        "Contoso Dev is restored",
        Tone.GOOD,
        "It now holds what Contoso UAT held on Fri 20 Nov 2026, 18:00 (Europe/Copenhagen).",
        Optional.of(Samples.UAT),
        Optional.of(Samples.DEV),
        List.of(
            new Fact("Took", "3 h 6 min"),
            new Fact("Asked by", "Alex Wilber"),
            new Fact("Approved by", "Megan Bowen")),
        Samples.NEXT,
        Optional.empty(),
        "R-1042",
        Optional.of(Samples.DECIDE));
  }

  private static NoticeView noticeFailed() {
    return new NoticeView(
        "The restore of Contoso Dev failed",
        Tone.BAD,
        "The service ended it in stage Run after 41 minutes. Contoso Dev may be unusable; Contoso"
            + " UAT is not touched.",
        Optional.of(Samples.UAT),
        Optional.of(Samples.DEV),
        List.of(),
        List.of(
            "Wait 30 minutes, then ask for the same restore again.",
            "If it fails again: reset or delete Contoso Dev, and restore or copy onto it."),
        Optional.of(Samples.SERVICE),
        "R-1042",
        Optional.of(Samples.DECIDE));
  }

  private static NoticeView noticePlain() {
    return new NoticeView(
        "This channel gets notices about Contoso Dev",
        Tone.NEUTRAL,
        "Backups and restores of it are told here. Write unsubscribe Contoso Dev to end that.",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private static RequestListView.Row row(
      int n, String kind, String to, String state, Tone tone, String when) {
    return new RequestListView.Row(
        "R-" + n,
        kind,
        "Contoso UAT",
        to,
        state,
        tone,
        when,
        "Alex Wilber",
        Map.of("requestId", "R-" + n));
  }

  private static RequestListView list() {
    return new RequestListView(
        "Requests",
        "",
        "There is none.",
        List.of(
            row(
                1042,
                "Restore",
                "Contoso Dev",
                "Approved · waits for R-1040",
                Tone.NEUTRAL,
                "today, 23:50"),
            row(1041, "Backup", "", "Backed up", Tone.GOOD, "today, 21:04"),
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
        "There is none.",
        fullPage(),
        64,
        Optional.empty(),
        Optional.empty());
  }

  private static RequestListView history() {
    return new RequestListView(
        "History of Contoso UAT",
        "now failed; asked or decided by Megan; since Sun 1 Nov 2026, 00:00 (Europe/Berlin) · Sat 31 Oct 2026, 23:00 UTC",
        "There is none.",
        fullPage(),
        RequestListView.PAGE,
        Optional.of(Map.of("environment", "env-uat", "inPlace", "true")),
        Optional.of(Map.of("environment", "env-uat", "inPlace", "true", "before", "R-1033")));
  }

  private static List<RequestListView.Row> fullPage() {
    return IntStream.range(0, RequestListView.PAGE)
        .mapToObj(
            n ->
                row(
                    1042 - n,
                    "Restore",
                    "Contoso Environment with a long name",
                    "Waiting for approval",
                    Tone.NEUTRAL,
                    "Fri 20 Nov 2026, 09:00"))
        .toList();
  }
}
