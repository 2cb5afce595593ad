package dev.holdfast.card.template;

/** An expression is wrong at this column, before the compiler has said in which string. */
final class SyntaxFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int column;

  SyntaxFault(int column, String sentence) {
    super(sentence, null, false, false);
    this.column = column;
  }
}
