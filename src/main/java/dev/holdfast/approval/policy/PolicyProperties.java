package dev.holdfast.approval.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may ask for what, and who decides. The first rule that fits the environment counts; where
 * none fits, nobody may.
 *
 * @param policy the rules, in order
 */
@Validated
@ConfigurationProperties("holdfast")
public record PolicyProperties(List<@Valid Rule> policy) {

  /** Missing where the policy is a file. */
  public PolicyProperties(@Nullable List<@Valid Rule> policy) {
    this.policy = policy == null ? List.of() : List.copyOf(policy);
  }

  /**
   * One rule.
   *
   * @param environments display names or ids, with {@code *} for any text; of a pair, the target's
   * @param requesters Entra object ids of those who may ask; {@code *} for everybody
   * @param approvers Entra object ids of those who may decide
   * @param approvals how many must agree; the requester never counts
   * @param expiresAfter how long there is to decide
   * @param target whether these environments may be overwritten
   * @param safetyBackup whether a target is backed up before it is overwritten
   * @param backupNeedsApproval whether a backup needs the approvals too
   */
  record Rule(
      @DefaultValue("*") @NotEmpty List<String> environments,
      @DefaultValue("*") @NotEmpty List<String> requesters,
      @NotEmpty List<String> approvers,
      @DefaultValue("1") @Min(1) @Max(20) int approvals,
      @DefaultValue("24h") Duration expiresAfter,
      @DefaultValue("allowed") Target target,
      @DefaultValue("required") SafetyBackup safetyBackup,
      @DefaultValue("false") boolean backupNeedsApproval) {}

  /** Whether an environment is backed up before it is overwritten, so that this can be undone. */
  public enum SafetyBackup {
    REQUIRED,
    /** The requester decides. */
    OPTIONAL,
    NONE
  }

  /** Whether an environment may be overwritten. */
  public enum Target {
    ALLOWED,
    FORBIDDEN
  }
}
