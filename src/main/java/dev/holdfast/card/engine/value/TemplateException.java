package dev.holdfast.card.engine.value;

/** The only kind of exception that this engine throws. */
public abstract sealed class TemplateException extends RuntimeException
    permits TemplateSyntaxException, ExpansionException {
  private static final long serialVersionUID = 1;

  private final String fileName;
  private final String pointer;
  private final String sentence;

  TemplateException(String fileName, String pointer, String where, String sentence) {
    super(fileName + "#" + pointer + where + ": " + sentence);
    this.fileName = fileName;
    this.pointer = pointer;
    this.sentence = sentence;
  }

  /** What {@link Template#parse} was told the template is called. */
  public String fileName() {
    return fileName;
  }

  /** The JSON pointer of the string or object at fault; empty for the whole document. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong, without the place. */
  public String sentence() {
    return sentence;
  }
}
