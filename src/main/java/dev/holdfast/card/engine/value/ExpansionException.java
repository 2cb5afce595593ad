package dev.holdfast.card.engine.value;

/** This data cannot be put into this template, or not within the engine's bounds. */
public final class ExpansionException extends TemplateException {
  private static final long serialVersionUID = 1;

  ExpansionException(String fileName, String pointer, String sentence) {
    super(fileName, pointer, "", sentence);
  }
}
