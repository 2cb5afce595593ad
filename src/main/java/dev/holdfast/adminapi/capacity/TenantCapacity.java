package dev.holdfast.adminapi.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The storage of the whole tenant (facts 2.7). Figures are hours old, and those of finance and
 * operations are missing in many tenants.
 *
 * @param finOpsStatus the service's word for all storage of finance and operations; empty if it
 *     gave none
 */
public record TenantCapacity(String finOpsStatus, List<Line> lines) {

  public static final String DATABASE = "Database";
  public static final String FINOPS_DATABASE = "FinOpsDatabase";
  public static final String FINOPS_FILE = "FinOpsFile";

  public TenantCapacity {
    lines = List.copyOf(lines);
  }

  /** What is said of one type of storage. */
  public Optional<Line> line(String type) {
    return lines.stream().filter(line -> line.type().equalsIgnoreCase(type)).findFirst();
  }

  /**
   * One type of storage.
   *
   * @param type as it came
   * @param statusWord as it came; empty if there was none
   * @param freeMegabytes what's left; negative where more is used than there is, empty where the
   *     figures or their unit aren't known
   * @param measuredAt when the service last counted
   */
  public record Line(
      String type,
      String statusWord,
      Optional<Double> freeMegabytes,
      Optional<Instant> measuredAt) {

    public Status status() {
      return Status.of(statusWord);
    }
  }

  /** What Holdfast makes of the service's word. */
  public enum Status {
    /** The service doesn't judge it. */
    NONE,
    AVAILABLE,
    /** Only because another type of storage helps out. */
    AVAILABLE_BY_OVERFLOW,
    NOT_AVAILABLE,
    /** A word that Holdfast doesn't know, or none. */
    UNKNOWN;

    public static Status of(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "none" -> NONE;
        case "available" -> AVAILABLE;
        case "availablebyoverflow" -> AVAILABLE_BY_OVERFLOW;
        case "notavailable" -> NOT_AVAILABLE;
        default -> UNKNOWN;
      };
    }
  }
}
