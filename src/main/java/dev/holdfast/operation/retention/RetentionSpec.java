package dev.holdfast.operation.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Map;

/**
 * Change how long the backups of an environment are kept, those that there are included (rule R1).
 *
 * @param days for how many days
 * @param was for how many they were kept when it was requested
 */
@JsonTypeName(RetentionSpec.KIND)
public record RetentionSpec(EnvironmentRef environment, int days, int was)
    implements OperationSpec {

  public static final String KIND = "retention";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<EnvironmentUse> environments() {
    return List.of(new EnvironmentUse(environment, EnvironmentRole.RECOVERY_CHANGED));
  }

  @Override
  public List<String> digestParts() {
    return List.of(KIND, environment.id(), String.valueOf(days), String.valueOf(was));
  }

  @Override
  public OperationFacts facts() {
    return OperationFacts.of(Map.of("days", String.valueOf(days), "was", String.valueOf(was)));
  }

  RetentionPeriod period() {
    return RetentionPeriod.ofDays(days).orElseThrow();
  }

  /** Whether backups are kept longer than before. */
  boolean isLonger() {
    return days > was;
  }
}
