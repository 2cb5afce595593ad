package dev.holdfast.card.engine.value;

/** The template itself is wrong, whatever the data: its author must fix it. */
public final class TemplateSyntaxException extends TemplateException {
  private static final long serialVersionUID = 1;

  private final int column;

  public TemplateSyntaxException(String fileName, String pointer, int column, String sentence) {
    super(fileName, pointer, " column " + column, sentence);
    this.column = column;
  }

  /** Counted from 1 in the string at the pointer, or in the line when the text is not JSON. */
  public int column() {
    return column;
  }
}
