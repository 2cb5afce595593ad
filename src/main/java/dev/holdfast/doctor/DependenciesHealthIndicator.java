package dev.holdfast.doctor;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * What the doctor found last, for whoever watches over Holdfast. It takes no replica out of
 * rotation: what is broken here is broken for all of them, and one that serves can say so.
 */
@Component("doctorHealth")
class DependenciesHealthIndicator implements HealthIndicator {

  /** Holdfast serves, and something that it depends on does not work. */
  static final Status IMPAIRED = new Status("IMPAIRED");

  private final Doctor doctor;
  private final DoctorProperties properties;

  DependenciesHealthIndicator(Doctor doctor, DoctorProperties properties) {
    this.doctor = doctor;
    this.properties = properties;
  }

  @Override
  public Health health() {
    return doctor
        .latest(properties.dependenciesMaxAge())
        .map(DependenciesHealthIndicator::of)
        .orElseGet(() -> Health.unknown().build());
  }

  private static Health of(DoctorReport report) {
    Health.Builder health = Health.status(report.well() ? Status.UP : IMPAIRED);
    report.findings().stream()
        .filter(finding -> finding.state() != CheckStatus.OK)
        .forEach(finding -> health.withDetail(finding.name(), finding.verdict().sentence()));
    return health.withDetail("at", report.at().toString()).build();
  }
}
