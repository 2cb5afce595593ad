package dev.holdfast.testing;

import dev.holdfast.request.EnvironmentName;
import dev.holdfast.request.Origin;
import dev.holdfast.request.Person;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.Terms;
import dev.holdfast.request.Warning;
import dev.holdfast.request.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** People, environments and requests that tests speak of. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  public static final Person ALEX = new Person("id-alex", "Alex Wilber");
  public static final Person MEGAN = new Person("id-megan", "Megan Bowen");
  public static final Person ADELE = new Person("id-adele", "Adele Vance");

  public static final EnvironmentName UAT =
      new EnvironmentName("env-uat", "Contoso UAT", "Sandbox · unified sandbox (USE) · europe");
  public static final EnvironmentName DEV =
      new EnvironmentName("env-dev", "Contoso Dev", "Sandbox · unified developer (UDE) · europe");

  private Samples() {}

  public static Work.Restore restore() {
    return new Work.Restore(
        UAT,
        DEV,
        Instant.parse("2026-11-19T17:00:00Z"),
        Optional.empty(),
        "Contoso Dev",
        true,
        Optional.empty(),
        false);
  }

  public static Work.Restore restoreWithSafetyBackup() {
    Work.Restore plain = restore();
    return new Work.Restore(
        plain.source(),
        plain.target(),
        plain.point(),
        plain.backupLabel(),
        plain.targetName(),
        plain.skipAuditData(),
        plain.securityGroupId(),
        true);
  }

  public static Work.Restore restoreOnlyFor(String securityGroup) {
    Work.Restore plain = restore();
    return new Work.Restore(
        plain.source(),
        plain.target(),
        plain.point(),
        plain.backupLabel(),
        plain.targetName(),
        plain.skipAuditData(),
        Optional.of(securityGroup),
        false);
  }

  public static Work.Backup backup() {
    return new Work.Backup(UAT, "before go-live", "");
  }

  /** Alex asks in his own chat, at {@link #NOW}, with a day to decide. */
  public static Terms terms(Work work, int approvals) {
    return terms(work, approvals, "draft-1");
  }

  public static Terms terms(Work work, int approvals, String draft) {
    return new Terms(
        draft,
        work,
        ALEX,
        "fresh data for testing",
        BERLIN,
        new Origin("chat-alex", "message-1", true),
        List.of(new Warning("R13", "Everything in Contoso Dev will be overwritten.")),
        approvals,
        List.of(MEGAN.id(), ADELE.id()),
        NOW,
        NOW.plus(Duration.ofDays(1)));
  }

  public static Request awaiting(int approvals) {
    return Request.submit(new RequestId(1001), terms(restore(), approvals));
  }

  /** An operation that was just seen, as a word of the service. */
  public static Progress progress(String word) {
    return new Progress(
        Optional.of("http://127.0.0.1/lifecycleOperations/op-1"),
        Optional.of("op-1"),
        word,
        List.of(),
        NOW,
        NOW);
  }
}
