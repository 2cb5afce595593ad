package dev.holdfast.testing;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.copy.CopySpec;
import dev.holdfast.operation.deletion.DeleteBackupSpec;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.operation.several.SeveralBackupsSpec;
import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People, environments and requests that tests speak of. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  public static final Person ALEX = new Person("id-alex", "Alex Wilber");
  public static final Person MEGAN = new Person("id-megan", "Megan Bowen");
  public static final Person ADELE = new Person("id-adele", "Adele Vance");

  public static final EnvironmentRef UAT =
      new EnvironmentRef(
          "env-uat", "Contoso UAT", "Sandbox · unified sandbox (USE) · europe", Map.of());
  public static final EnvironmentRef DEV =
      new EnvironmentRef(
          "env-dev", "Contoso Dev", "Sandbox · unified developer (UDE) · europe", Map.of());

  private Samples() {}

  public static RestoreSpec restore() {
    return new RestoreSpec(
        UAT,
        DEV,
        Instant.parse("2026-11-19T17:00:00Z"),
        Optional.empty(),
        "Contoso Dev",
        true,
        Optional.empty(),
        false);
  }

  public static RestoreSpec restoreWithSafetyBackup() {
    RestoreSpec plain = restore();
    return new RestoreSpec(
        plain.source(),
        plain.target(),
        plain.point(),
        plain.backupLabel(),
        plain.targetName(),
        plain.skipAuditData(),
        plain.securityGroupId(),
        true);
  }

  /** Everything, with a new name, and a safety backup first. */
  public static CopySpec copy() {
    return new CopySpec(
        UAT,
        DEV,
        CopyType.FULL,
        "Contoso Dev 2",
        true,
        Optional.of("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
        true);
  }

  /** A backup with all that is known of it. */
  public static DeleteBackupSpec deletion() {
    return new DeleteBackupSpec(
        UAT,
        "942308ee-b1ba-433e-a08c-34b3d9ecaeef",
        "Before go-live",
        NOW.minusSeconds(86_400),
        "Alex Wilber");
  }

  public static RestoreSpec restoreOnlyFor(String securityGroup) {
    RestoreSpec plain = restore();
    return new RestoreSpec(
        plain.source(),
        plain.target(),
        plain.point(),
        plain.backupLabel(),
        plain.targetName(),
        plain.skipAuditData(),
        Optional.of(securityGroup),
        false);
  }

  public static BackupSpec backup() {
    return new BackupSpec(UAT, "before go-live", "");
  }

  public static SeveralBackupsSpec severalBackups() {
    return new SeveralBackupsSpec(List.of(UAT, DEV), "before go-live", "");
  }

  /** A backup of it on workdays, ten times. */
  public static SeriesSpec series() {
    return new SeriesSpec(
        new BackupSpec(UAT, "Nightly {date}", ""),
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR",
        LocalDateTime.of(2026, 11, 23, 2, 0),
        BERLIN,
        10,
        Duration.ofHours(1),
        Optional.empty());
  }

  /** Alex asks in his own chat, at {@link #NOW}, with a day to decide. */
  public static RequestDetails details(OperationSpec work, int approvals) {
    return details(work, approvals, "draft-1");
  }

  public static RequestDetails details(OperationSpec work, int approvals, String draft) {
    return new RequestDetails(
        work,
        ALEX,
        "fresh data for testing",
        List.of(new AcceptedWarning("R13", "Everything in Contoso Dev will be overwritten.")),
        new Submission(draft, BERLIN, new RequestOrigin("chat-alex", "message-1", true), NOW),
        terms(work, approvals, List.of(MEGAN.id(), ADELE.id()), NOW.plus(Duration.ofDays(1))));
  }

  /** The same for every environment. */
  public static ApprovalTerms terms(
      OperationSpec work, int approvals, List<String> approvers, Instant expiresAt) {
    return new ApprovalTerms(
        work.environments().stream()
            .map(
                use ->
                    new RequiredConsent(
                        use.role(),
                        use.environment().id(),
                        use.environment().displayName(),
                        approvals,
                        approvers))
            .toList(),
        expiresAt);
  }

  /** One that names a change ticket. */
  public static Request withTicket(String ticket) {
    RequestDetails usual = details(restore(), 1);
    Submission sent = usual.submission();
    return Request.submit(
        new RequestId(1001),
        new RequestDetails(
            usual.spec(),
            usual.requester(),
            usual.reason(),
            usual.warnings(),
            new Submission(
                sent.draft(),
                sent.zone(),
                sent.origin(),
                sent.at(),
                false,
                Optional.of(ticket),
                Optional.empty()),
            usual.approvalTerms(),
            RequestDetails.DIGEST_VERSION,
            Optional.empty()));
  }

  public static Request awaiting(int approvals) {
    return Request.submit(new RequestId(1001), details(restore(), approvals));
  }

  /** An operation that was just seen, as a word of the service. */
  public static OperationProgress progress(String word) {
    return new OperationProgress(
        Optional.of("http://127.0.0.1/lifecycleOperations/op-1"),
        Optional.of("op-1"),
        word,
        List.of(),
        NOW,
        NOW);
  }
}
