package dev.holdfast.adminapi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Power Platform environment as the admin API describes it. What the service left out is empty;
 * words that Holdfast does not know are kept as they came ({@link #typeWord}, {@link
 * #managementState}, {@link #runtimeState}).
 *
 * @param unreadable the parts of the answer that say something Holdfast can't read, such as {@code
 *     properties.states}; what depends on them isn't known
 */
public record Environment(
    Identity identity,
    History history,
    Location location,
    State state,
    Encryption encryption,
    Links links,
    Storage storage,
    List<String> unreadable) {

  public Environment {
    unreadable = List.copyOf(unreadable);
  }

  /**
   * What it is.
   *
   * @param id the environment id, a GUID or {@code Default-<tenant>}
   * @param type what Holdfast makes of {@code typeWord}
   * @param typeWord the service's own {@code environmentSku}
   * @param managed whether it is a Managed Environment; empty when the service does not say
   */
  public record Identity(
      String id,
      String displayName,
      EnvironmentType type,
      String typeWord,
      Optional<Boolean> managed) {}

  /**
   * @param createdBy the display name of its creator
   */
  public record History(
      Optional<String> createdBy, Optional<Instant> createdAt, Optional<Instant> modifiedAt) {}

  /**
   * Where it is, and who gets there.
   *
   * @param region the geo, such as {@code europe}: the key of "same region"
   * @param networkPolicy the id of the enterprise policy for virtual networks
   * @param groupId the environment group that it belongs to
   * @param securityGroupId the Entra security group whose members may enter; empty when all may
   */
  public record Location(
      String region,
      Optional<String> networkPolicy,
      Optional<String> groupId,
      Optional<String> securityGroupId) {}

  /**
   * What can be done with it now.
   *
   * @param managementState {@code Ready}, {@code Running}, {@code NotSpecified} or another word;
   *     empty when missing
   * @param runtimeState {@code Enabled}, {@code AdminMode}, {@code Disabled} or another word; empty
   *     when missing
   * @param runtimeReason why the runtime state is what it is, in the service's own word
   * @param provisioningState whether creating, changing or deleting it went well, in the service's
   *     own word, such as {@code Succeeded}; empty when missing
   * @param enforcement the service's own verdict by operation, such as {@code Restore}; operations
   *     it does not name are missing
   */
  public record State(
      Optional<String> managementState,
      Optional<String> runtimeState,
      Optional<String> runtimeReason,
      Optional<String> provisioningState,
      Map<String, Verdict> enforcement) {}

  /**
   * @param customerKey whether a customer-managed key encrypts it; empty when the service does not
   *     say
   * @param keyPolicy the id of the enterprise policy for the customer-managed key
   */
  public record Encryption(Optional<Boolean> customerKey, Optional<String> keyPolicy) {}

  /**
   * What is linked to it.
   *
   * @param dataverse the linked Dataverse, empty when there is none and so nothing to back up
   * @param finOps how finance and operations apps are linked
   */
  public record Links(Optional<Dataverse> dataverse, FinOpsLink finOps) {}

  /**
   * @param retention how long backups live and the earliest restorable instant
   * @param capacities what it consumes; empty unless it was read alone
   */
  public record Storage(Optional<Retention> retention, List<Capacity> capacities) {}

  /**
   * The Dataverse organisation behind an environment.
   *
   * @param instanceState the service's own word for it, such as {@code Ready}
   * @param backgroundOperations {@code Enabled}, {@code Disabled} or another word
   */
  public record Dataverse(
      String organizationId,
      Optional<String> url,
      Optional<String> version,
      Optional<String> instanceState,
      Optional<String> backgroundOperations) {

    /** One of which the service tells no state. */
    public Dataverse(String organizationId, Optional<String> url, Optional<String> version) {
      this(organizationId, url, version, Optional.empty(), Optional.empty());
    }
  }

  /** How long backups are kept, and the earliest instant that can still be restored. */
  public record Retention(Optional<Duration> period, Optional<Instant> availableFrom) {}

  /**
   * One line of storage consumption.
   *
   * @param actual what is stored
   * @param rated what it counts for against the tenant's capacity
   * @param unit of both numbers, as it came
   * @param measuredAt when the service last counted
   */
  public record Capacity(
      String type,
      double actual,
      Optional<Double> rated,
      String unit,
      Optional<Instant> measuredAt) {

    private static final Map<String, Double> MEGABYTES =
        Map.of("KB", 1 / 1024.0, "MB", 1.0, "GB", 1024.0);

    /** A line in megabytes, of which only the consumption is known. */
    public Capacity(String type, double actualMegabytes) {
      this(type, actualMegabytes, Optional.empty(), "MB", Optional.empty());
    }

    /** What is stored, in megabytes; 0 when the unit is not known. */
    public double actualMegabytes() {
      return actual * MEGABYTES.getOrDefault(unit.toUpperCase(Locale.ROOT), 0.0);
    }
  }

  /**
   * The service's own word on one operation, with its reason where it gives one.
   *
   * @param reasonType the service's own word for the kind of reason, such as {@code
   *     EnvironmentSkuType}; may be there when {@code reason} is not
   */
  public record Verdict(boolean allowed, Optional<String> reason, Optional<String> reasonType) {

    public Verdict(boolean allowed, Optional<String> reason) {
      this(allowed, reason, Optional.empty());
    }
  }

  /** Whether hardly more than id and name could be made of the service's answer. */
  public boolean odd() {
    return typeWord().isBlank() && region().isBlank();
  }

  /** The service's own word for its background operations; empty when it doesn't say. */
  public Optional<String> backgroundOperations() {
    return dataverse().flatMap(Dataverse::backgroundOperations);
  }

  /**
   * In administration mode only administrators can sign in (rule R20). Whether background
   * operations are off then is a state of its own: {@link #backgroundOperations}.
   */
  public boolean inAdministrationMode() {
    return runtimeState().filter("AdminMode"::equalsIgnoreCase).isPresent();
  }

  public String id() {
    return identity.id();
  }

  public String displayName() {
    return identity.displayName();
  }

  public EnvironmentType type() {
    return identity.type();
  }

  public String typeWord() {
    return identity.typeWord();
  }

  public Optional<Boolean> managed() {
    return identity.managed();
  }

  public Optional<String> createdBy() {
    return history.createdBy();
  }

  public Optional<Instant> createdAt() {
    return history.createdAt();
  }

  public Optional<Instant> modifiedAt() {
    return history.modifiedAt();
  }

  public String region() {
    return location.region();
  }

  public Optional<String> networkPolicy() {
    return location.networkPolicy();
  }

  public Optional<String> groupId() {
    return location.groupId();
  }

  public Optional<String> securityGroupId() {
    return location.securityGroupId();
  }

  public Optional<String> managementState() {
    return state.managementState();
  }

  public Optional<String> runtimeState() {
    return state.runtimeState();
  }

  public Optional<String> runtimeReason() {
    return state.runtimeReason();
  }

  public Optional<String> provisioningState() {
    return state.provisioningState();
  }

  public Map<String, Verdict> enforcement() {
    return state.enforcement();
  }

  public Optional<Boolean> customerKey() {
    return encryption.customerKey();
  }

  public Optional<String> keyPolicy() {
    return encryption.keyPolicy();
  }

  public Optional<Dataverse> dataverse() {
    return links.dataverse();
  }

  public FinOpsLink finOps() {
    return links.finOps();
  }

  public Optional<Retention> retention() {
    return storage.retention();
  }

  public List<Capacity> capacities() {
    return storage.capacities();
  }
}
