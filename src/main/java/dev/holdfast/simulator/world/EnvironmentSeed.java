package dev.holdfast.simulator.world;

import dev.holdfast.support.WireRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment as {@code simulator/world.json} defines it. Times are relative, so that the world
 * is always fresh when it begins.
 *
 * @param sku the word on the wire, known or not
 * @param retentionDays the window in which instants can be restored
 * @param noCapacity a restore onto it is refused for want of storage
 * @param restoreTakes how long a restore onto it would take in the real world
 * @param busyWith an operation that already runs when the world begins
 */
@WireRecord
public record EnvironmentSeed(
    String id,
    String displayName,
    String sku,
    String location,
    String azureRegion,
    int createdDaysAgo,
    String createdBy,
    @Nullable DataverseSeed dataverse,
    @Nullable FinOpsSeed finOps,
    boolean managed,
    boolean customerKey,
    @Nullable String networkPolicy,
    int retentionDays,
    double databaseMegabytes,
    double finOpsMegabytes,
    boolean noCapacity,
    @Nullable Duration restoreTakes,
    @Nullable BusySeed busyWith,
    @Nullable List<BackupSeed> backups,
    @Nullable List<InjectedFault> faults) {

  public record DataverseSeed(String organization, String domain, String version) {}

  /**
   * @param link the word on the wire, such as {@code Internal} or {@code Linked}
   * @param deploymentType what Dataverse says of it, such as {@code OnlineDev}; missing when it is
   *     not unified
   * @param maintenanceIn how long it is until a day of its maintenance window; days when missing
   */
  public record FinOpsSeed(
      String link,
      String url,
      @Nullable String deploymentType,
      @Nullable String applicationVersion,
      @Nullable String platformVersion,
      @Nullable Integer scheduledActions,
      @Nullable Duration maintenanceIn) {

    boolean cloudHosted() {
      return url.contains("axcloud") || url.contains("cloudax");
    }

    boolean deployedAs(String type) {
      return type.equals(deploymentType);
    }
  }

  record BackupSeed(String label, @Nullable String notes, Duration ago, String by) {}

  record BusySeed(String type, Duration takes) {}

  public Duration restoreTime() {
    return restoreTakes == null ? Duration.ofHours(2) : restoreTakes;
  }
}
