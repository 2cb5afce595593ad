package dev.holdfast.calendar;

/** Something that isn't a calendar, or says what Holdfast can't follow. Its message is a clause. */
public class CalendarFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  public CalendarFormatException(String what) {
    this(0, what);
  }

  CalendarFormatException(int line, String what) {
    super(what);
    this.line = line;
  }

  /** Of the file, counted from 1; 0 where it's about no line. */
  public int line() {
    return line;
  }

  CalendarFormatException inLine(int number) {
    return line == 0 ? new CalendarFormatException(number, getMessage()) : this;
  }
}
