package dev.holdfast.app.startup;

import dev.holdfast.support.RehearsalProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Says in the log and in {@code /actuator/info} whether this Holdfast only rehearses. */
@Component
class RehearsalReport implements InfoContributor, SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(RehearsalReport.class);

  private final RehearsalProperties mode;

  RehearsalReport(RehearsalProperties mode) {
    this.mode = mode;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (mode.rehearsal()) {
      log.warn(
          "Rehearsal is on (holdfast.rehearsal): approved requests are checked, and nothing is started");
    }
  }

  @Override
  public void contribute(Info.Builder builder) {
    builder.withDetail("rehearsal", mode.rehearsal());
  }
}
