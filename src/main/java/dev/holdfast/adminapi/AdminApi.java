package dev.holdfast.adminapi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Power Platform admin API, as far as Holdfast needs it. Every method makes its calls now, on
 * the calling thread, and throws {@link AdminApiException} when the service does not give a usable
 * answer.
 *
 * <p>Lists hold what can be read and count the rest ({@link ServiceList#unreadable}).
 *
 * <p>Reads may be repeated by the implementation. {@link #restore}, {@link #copy}, {@link
 * #createBackup}, {@link #deleteBackup}, {@link #setAdministrationMode} and {@link
 * #setBackupRetention} change something: each sends exactly one request and never repeats it,
 * whatever the answer (facts 1.5, "never auto-replay a non-idempotent POST").
 */
public interface AdminApi {

  /** What this implementation can do beyond what both can. */
  AdminApiCapabilities capabilities();

  /** Which of the two it is; empty for one that is neither, as in tests. */
  default Optional<AdminApiFlavor> flavor() {
    return Optional.empty();
  }

  /**
   * The same admin API, whose orders ask the guard right before they are sent. An order that the
   * guard refuses isn't sent.
   */
  AdminApi guardedBy(CallGuard guard);

  /**
   * The IDs by which the service may name this caller where it says who requested an operation:
   * object ID and application ID, in lower case. Empty if they aren't known.
   */
  Set<String> callerIds();

  /**
   * Which of the admin APIs takes an order for an environment now, and the operations that it lists
   * there before the order. What follows the order must be asked of the same one: {@link #through}.
   */
  default Route route(Order order, String environmentId) {
    return new Route(Optional.empty(), operations(environmentId));
  }

  /**
   * This admin API, with orders and the lists of operations and backups going to one of the two
   * only. The same where there is one only.
   *
   * @param flavor as {@link #route} named it; empty for a call from before that was kept
   */
  default AdminApi through(Optional<AdminApiFlavor> flavor) {
    return this;
  }

  /** One of the two by itself; the same where there is one only. */
  default AdminApi part(AdminApiFlavor flavor) {
    return this;
  }

  /** All environments that the credential may see, every page, in the service's order. */
  ServiceList<Environment> environments();

  /**
   * One environment, read afresh, with its capacity and the service's own word on what is allowed.
   *
   * @throws AdminApiException with {@link AdminApiException.Kind#NOT_FOUND} when there is none, or
   *     the caller lacks the role
   */
  Environment environment(String environmentId);

  /**
   * How the finance and operations apps of an environment are deployed, asked of the environment's
   * own Dataverse. Empty when there is none or the credential may not ask; never an error.
   */
  Optional<FinOpsDeployment> finOpsDeployment(Environment environment);

  /**
   * The manual backups of an environment, newest first. System backups are continuous and are not
   * listed by the service.
   */
  ServiceList<Backup> backups(String environmentId);

  /**
   * Labels a manual backup. An answer says that the service took the order, not that the backup is
   * there.
   */
  OperationAccepted createBackup(BackupOrder order);

  /**
   * Deletes a manual backup. An answer says that the service took the order, not that the backup is
   * gone.
   */
  OperationAccepted deleteBackup(String environmentId, String backupId);

  /**
   * Orders a restore. An answer says that the service took the order, not that anything was
   * restored.
   */
  OperationAccepted restore(RestoreOrder order);

  /**
   * Asks the service to check a restore without starting it.
   *
   * @throws AdminApiException when the service did not check it; with {@link
   *     AdminApiException.Kind#BUSY} while an operation runs on an environment
   * @throws UnsupportedOperationException without {@link AdminApiCapabilities#dryRun}
   */
  ValidationResult validate(RestoreOrder order);

  /**
   * Orders a copy. An answer says that the service took the order, not that anything was copied.
   */
  OperationAccepted copy(CopyOrder order);

  /**
   * Asks the service to check a copy without starting it.
   *
   * @throws AdminApiException as {@link #validate(RestoreOrder)} does
   * @throws UnsupportedOperationException without {@link AdminApiCapabilities#dryRun}
   */
  ValidationResult validate(CopyOrder order);

  /**
   * The environments that the service itself offers as targets of a restore from this one.
   *
   * @throws UnsupportedOperationException without {@link AdminApiCapabilities#candidates}
   */
  ServiceList<RestoreCandidate> restoreCandidates(String sourceId);

  /**
   * Orders administration mode, and background operations with it. It sets a state, so saying it
   * twice does no harm; the implementation still sends it once.
   *
   * @throws UnsupportedOperationException without {@link AdminApiCapabilities#administrationMode}
   */
  OperationAccepted setAdministrationMode(String environmentId, AdministrationMode mode);

  /**
   * Orders how long backups are kept, those that there are included (rule R1). An answer says that
   * the service took the order, not that it's in effect.
   *
   * @throws UnsupportedOperationException without {@link AdminApiCapabilities#retention}
   */
  OperationAccepted setBackupRetention(String environmentId, RetentionPeriod period);

  /** The state of an operation that an order started. */
  PollResult poll(OperationLocator operation);

  /**
   * The lifecycle operations of an environment that the service lists, newest first. One that can't
   * be read is among them ({@link AdminOperation#readable}), because it may be one that runs.
   */
  List<AdminOperation> operations(String environmentId);

  /**
   * Whether a service principal is registered as a management application; empty where this admin
   * API has no such question.
   *
   * @param clientId the application id of the service principal
   */
  default Optional<ManagementAppRegistration> registration(String clientId) {
    return Optional.empty();
  }

  /**
   * Asked right before an order's bytes go out, after its token was fetched and everything that it
   * needs was read. Whatever it throws comes through to the caller, and nothing was sent.
   */
  @FunctionalInterface
  interface CallGuard {

    /** Returns if the order may be sent now. */
    void check();

    /** The same with what is to be sent. */
    default void check(OutgoingCall call) {
      check();
    }
  }

  /**
   * An order as it's about to be sent.
   *
   * @param path with its query
   * @param body as JSON
   */
  record OutgoingCall(String method, String path, String body) {}

  /**
   * What administration mode and background operations can be set to. Background operations can be
   * off only while the mode is on (rule R42).
   */
  enum AdministrationMode {
    OFF(false, true),
    ON(true, true),
    ON_WITHOUT_BACKGROUND_OPERATIONS(true, false);

    private static final String BACKGROUND_ON = "Enabled";
    private static final String BACKGROUND_OFF = "Disabled";

    private final boolean on;
    private final boolean backgroundOperations;

    AdministrationMode(boolean on, boolean backgroundOperations) {
      this.on = on;
      this.backgroundOperations = backgroundOperations;
    }

    /** Whether only administrators can sign in. */
    public boolean isOn() {
      return on;
    }

    /** Whether background operations run. */
    public boolean hasBackgroundOperations() {
      return backgroundOperations;
    }

    /** Whether an environment was read to be in administration mode, or out of it, as this says. */
    public boolean isSeenAt(Environment environment) {
      return on
          ? environment.inAdministrationMode()
          : environment.runtimeState().filter("Enabled"::equalsIgnoreCase).isPresent();
    }

    /** The same with background operations as this says. What isn't reported wasn't seen. */
    public boolean isFullySeenAt(Environment environment) {
      String word = backgroundOperations ? BACKGROUND_ON : BACKGROUND_OFF;
      return isSeenAt(environment)
          && environment.backgroundOperations().filter(word::equalsIgnoreCase).isPresent();
    }
  }

  /** How long backups can be kept (rule R1). */
  enum RetentionPeriod {
    ONE_WEEK(7),
    TWO_WEEKS(14),
    THREE_WEEKS(21),
    FOUR_WEEKS(28);

    private final int days;

    RetentionPeriod(int days) {
      this.days = days;
    }

    public int days() {
      return days;
    }

    /** As the service writes it: {@code P14D}. */
    public String iso() {
      return "P%dD".formatted(days);
    }

    /** Empty for any other text. */
    public static Optional<RetentionPeriod> of(String iso) {
      return Arrays.stream(values()).filter(one -> one.iso().equalsIgnoreCase(iso)).findFirst();
    }

    /** Empty where backups can't be kept so long. */
    public static Optional<RetentionPeriod> ofDays(long days) {
      return Arrays.stream(values()).filter(one -> one.days == days).findFirst();
    }
  }

  /** What can be ordered. */
  enum Order {
    BACKUP,
    DELETE_BACKUP,
    RESTORE,
    COPY,
    ADMINISTRATION_MODE,
    RETENTION
  }

  /**
   * Where an order goes.
   *
   * @param flavor empty where there is one admin API only
   * @param operations what it lists for the environment before the order
   */
  record Route(Optional<AdminApiFlavor> flavor, List<AdminOperation> operations) {}
}
