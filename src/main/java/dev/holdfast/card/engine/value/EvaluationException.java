package dev.holdfast.card.engine.value;

/**
 * An expression has no value for this data. Conditions catch it and take it for false, so it has no
 * stack trace: it is an ordinary outcome. A message that quotes long data is cut.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EvaluationException(String message) {
    super(message.length() > 200 ? message.substring(0, 199) + "…" : message, null, false, false);
  }
}
