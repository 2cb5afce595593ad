package dev.holdfast.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Verifies in the background what was added to the audit log and stores how far it got, so that the
 * doctor has only the last minute to look at. A fault stops it: the doctor finds it again and again
 * until somebody has dealt with it.
 */
@Configuration(proxyBeanMethods = false)
class VerificationTask {

  /** Of each minute; a log from before takes some minutes the first time. */
  private static final Duration BUDGET = Duration.ofSeconds(10);

  @Bean
  RecurringTask<Void> verifyTheRecord(Progress progress) {
    return Tasks.recurring("verify-record", FixedDelay.ofMinutes(1))
        .execute((task, context) -> progress.advance(BUDGET));
  }

  /** How far the log is verified. */
  @Component
  static class Progress {

    private final LogVerifier verifier;
    private final VerifiedPositions verified;

    Progress(LogVerifier verifier, VerifiedPositions verified) {
      this.verifier = verifier;
      this.verified = verified;
    }

    Verification advance(Duration budget) {
      Verification verification = verifier.since(verified.get(), budget);
      verified.store(verification.reached());
      return verification;
    }
  }
}
