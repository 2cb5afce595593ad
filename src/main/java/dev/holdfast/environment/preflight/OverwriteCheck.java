package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.ValidationResult;
import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is ordered when one environment is overwritten with another, as the preflight checks it. */
public interface OverwriteCheck {

  String sourceId();

  String targetId();

  /** The display name that the target gets; empty keeps the one that it has. */
  String targetName();

  /** The Entra security group whose members may enter the target afterwards, if one is named. */
  Optional<String> securityGroupId();

  /** The operation in a sentence, behind an article: {@code restore}. */
  Message noun();

  /** What the rules find. */
  List<Finding> findings(EnvironmentProfile source, EnvironmentProfile target, Situation situation);

  /**
   * What holds beside the two environments.
   *
   * @param now the present
   * @param capacity the storage of the tenant
   */
  record Situation(Instant now, FinOpsAnswer<TenantCapacity> capacity) {}

  /** What is ordered; two of the same are equal. */
  Object order();

  /**
   * Has the service check the order without starting it; asked only where the admin API can do
   * that.
   *
   * @throws AdminApiException when the service did not check it
   */
  ValidationResult validate(AdminApi api);
}
