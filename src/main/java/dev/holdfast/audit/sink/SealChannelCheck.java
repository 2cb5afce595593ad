package dev.holdfast.audit.sink;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the seal of the audit log reaches its channel each day. */
@Component
class SealChannelCheck implements DoctorCheck {

  private final SealPosts posts;

  SealChannelCheck(SealPosts posts) {
    this.posts = posts;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public String name() {
    return "Audit seal";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    if (!posts.isConfigured()) {
      return CheckResult.ok("It's posted to no channel.");
    }
    LocalDate posted = posts.postedFor();
    if (posted.toEpochDay() == 0) {
      return CheckResult.ok("It wasn't posted yet.");
    }
    return posted.isBefore(posts.today().minusDays(1))
        ? CheckResult.warning(
            "It was last posted for %s.".formatted(posted),
            Remedy.of(
                "Add the app to the channel of holdfast.audit.seal-channel, and look at the log."))
        : CheckResult.ok("It was posted for %s.".formatted(posted));
  }
}
