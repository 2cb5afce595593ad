package dev.holdfast.environment.preflight;

import dev.holdfast.message.Message;

/**
 * The rules that share their findings with others, with where each comes from; a {@link
 * PreflightRule} says that of itself. The ids are those of {@code src/docs/rules.md}, so that a
 * card, a log, and the documentation speak of the same rule.
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

  private final Message source;

  RuleId(String source) {
    this.source = Message.of(source);
  }

  @Override
  public Message source() {
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

  /** Codes of messages. Pages go by their titles: addresses move, titles are found again. */
  private static final class Source {
    static final String BACKUP_AND_RESTORE = "rule.source.backup";
    static final String COPY_FROM_LCS = "rule.source.lcs";
    static final String UNIFIED_FAQ = "rule.source.unified";
    static final String SECURITY_GROUPS = "rule.source.groups";
    static final String STATES = "rule.source.states";
    static final String CANDIDATES = "rule.source.candidates";
    static final String VALIDATION = "rule.source.validation";
    static final String HOLDFAST = "rule.source.names";
    static final String SERVICE = "rule.source.service";
  }
}
