package dev.holdfast.card.engine.value;

/** The engine's bounds: far above any card, far below what hurts a server. */
public final class EngineLimits {
  /** Nesting of the template's JSON, and of the values an expression walks or writes. */
  public static final int JSON_DEPTH = 500;

  /** Nesting of brackets and interpolations in one expression. */
  public static final int EXPRESSION_DEPTH = 60;

  /** Tokens of one expression; a chain of operators becomes a tree as deep as it is long. */
  public static final int EXPRESSION_TOKENS = 600;

  /** Length of a string with expressions in it, whose end is looked for at each of them. */
  public static final int TEXT = 20_000;

  /** Steps of one expansion; see {@link ExpansionRun#spend}. */
  static final long WORK = 1_000_000;

  static final int WARNINGS = 100;

  private EngineLimits() {}
}
