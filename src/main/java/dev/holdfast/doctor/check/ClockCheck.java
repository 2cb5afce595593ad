package dev.holdfast.doctor.check;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.EndpointProbe;
import dev.holdfast.doctor.Remedy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whether this machine and the service agree on the time: Entra ID gives and takes tokens with five
 * minutes of grace, and restore points are instants.
 */
@Component
class ClockCheck implements DoctorCheck {

  private static final Duration NOTICEABLE = Duration.ofSeconds(30);
  private static final Duration TOO_MUCH = Duration.ofMinutes(5);
  private static final Remedy SET =
      Remedy.of("Let this machine take its time from the network:", "timedatectl set-ntp true");

  private final EndpointProbe reach;
  private final AdminApiProperties platform;
  private final Clock clock;

  ClockCheck(EndpointProbe reach, AdminApiProperties platform, Clock clock) {
    this.reach = reach;
    this.platform = platform;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.ADMIN_API;
  }

  @Override
  public String name() {
    return "Clock";
  }

  @Override
  public List<String> needs() {
    return List.of(AdminApiCheck.ADDRESS);
  }

  @Override
  public CheckResult check() {
    try {
      return reach
          .knock(platform.baseUrl())
          .date()
          .map(theirs -> verdict(theirs, clock.instant()))
          .orElseGet(() -> CheckResult.ok("Not compared: the service does not say its time."));
    } catch (IOException e) {
      return CheckResult.warning(
          "Not compared: the service did not answer a second time.", Remedy.of("Ask again."));
    }
  }

  private static CheckResult verdict(Instant theirs, Instant ours) {
    Duration ahead = Duration.between(theirs, ours);
    Duration apart = ahead.abs();
    if (apart.compareTo(NOTICEABLE) <= 0) {
      return CheckResult.ok("This machine and the service agree on the time.");
    }
    String sentence =
        "This machine is %d seconds %s the service."
            .formatted(apart.toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    return apart.compareTo(TOO_MUCH) <= 0
        ? CheckResult.warning(sentence, SET)
        : CheckResult.broken(sentence + " Tokens are refused for that.", SET);
  }
}
