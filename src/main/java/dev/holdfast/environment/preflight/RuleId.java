package dev.holdfast.environment.preflight;

/**
 * The rules that Holdfast knows, with where each comes from. The ids are those of {@code
 * src/docs/rules.md}, so that a card, a log and the documentation speak of the same rule.
 */
enum RuleId implements RuleReference {
  R1(Source.BACKUP_AND_RESTORE),
  R2(Source.BACKUP_AND_RESTORE),
  R3(Source.BACKUP_AND_RESTORE),
  R4(Source.BACKUP_AND_RESTORE),
  R5(Source.BACKUP_AND_RESTORE),
  R6(Source.BACKUP_AND_RESTORE),
  R7(Source.BACKUP_AND_RESTORE),
  R8(Source.BACKUP_AND_RESTORE),
  R9(Source.BACKUP_AND_RESTORE),
  R10(Source.BACKUP_AND_RESTORE),
  R11(Source.BACKUP_AND_RESTORE),
  R12(Source.BACKUP_AND_RESTORE),
  R13(Source.BACKUP_AND_RESTORE),
  R14(Source.COPY_FROM_LCS),
  R15(Source.COPY_FROM_LCS),
  R17(Source.UNIFIED_FAQ),
  R29(Source.SERVICE),
  /** An environment's name is its own. */
  NAME(Source.HOLDFAST),
  /** Whether an environment can be used at all. */
  STATE(Source.STATES),
  /** Who may enter an environment. */
  ACCESS(Source.SECURITY_GROUPS),
  /** The service's own verdict on an operation; whatever we know, it is the service that acts. */
  SERVICE(Source.SERVICE),
  /** Whether the service offers the target for the source. */
  CANDIDATES(Source.CANDIDATES),
  /** What the service's own check of the whole order says. */
  VALIDATION(Source.VALIDATION);

  private final String source;

  RuleId(String source) {
    this.source = source;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String id() {
    return switch (this) {
      case NAME -> "name";
      case ACCESS -> "access";
      case STATE -> "state";
      case SERVICE -> "service";
      case CANDIDATES -> "candidates";
      case VALIDATION -> "validation";
      default -> name();
    };
  }

  /** The pages by their titles: addresses move, titles are found again. */
  private static final class Source {
    static final String BACKUP_AND_RESTORE =
        "Microsoft Learn, Power Platform: Back up and restore environments";
    static final String COPY_FROM_LCS =
        "Microsoft Learn, Power Platform: Tutorial: Copy a Lifecycle Services environment to a"
            + " unified environment";
    static final String UNIFIED_FAQ =
        "Microsoft Learn, Power Platform: Unified developer experience, frequently asked questions";
    static final String SECURITY_GROUPS =
        "Microsoft Learn, Power Platform: Control user access to environments: security groups and"
            + " licenses";
    static final String STATES = "The states of the environment, as Power Platform reports them";
    static final String CANDIDATES = "Power Platform's list of restore candidates";
    static final String VALIDATION = "Power Platform's own check, which starts nothing";
    static final String HOLDFAST = "Holdfast: people tell environments apart by their names";
    static final String SERVICE = "The Power Platform admin API's own word on the environment";
  }
}
