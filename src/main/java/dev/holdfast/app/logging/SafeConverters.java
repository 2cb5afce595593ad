package dev.holdfast.app.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.pattern.KeyValuePairConverter;
import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.pattern.ThreadConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.pattern.DynamicConverter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * In place of Logback's own conversion words, in every pattern, also in one that an operator sets:
 * what somebody sent can be in any message, and a word of its own would be forgotten in some
 * pattern.
 */
final class SafeConverters {

  /** Spring Boot's reporter of a failed start; it shows settings only, in several lines. */
  private static final String START_FAILURE =
      "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

  private SafeConverters() {}

  /** Before any pattern is read. */
  static void install() {
    Map<String, Supplier<DynamicConverter>> words = PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP;
    put(words, Message::new, "m", "msg", "message");
    put(words, Mdc::new, "X", "mdc");
    put(words, Pairs::new, "kvp");
    put(words, ThreadName::new, "t", "thread");
    put(words, Failure::new, "safeEx", "ex", "exception", "throwable", "xEx", "xException");
    put(words, Failure::new, "xThrowable", "rEx", "rootException");
  }

  private static void put(
      Map<String, Supplier<DynamicConverter>> words,
      Supplier<ClassicConverter> converter,
      String... names) {
    List.of(names).forEach(name -> words.put(name, converter::get));
  }

  /** The text of the line. */
  static final class Message extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
      String text = super.convert(event);
      return START_FAILURE.equals(event.getLoggerName()) ? text : LogText.escaped(text);
    }
  }

  /** What the line belongs to. */
  static final class Mdc extends MDCConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return LogText.escaped(super.convert(event));
    }
  }

  /** Key-value pairs of the line. */
  static final class Pairs extends KeyValuePairConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return LogText.escaped(super.convert(event));
    }
  }

  /** The name of the thread. */
  static final class ThreadName extends ThreadConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return LogText.escaped(super.convert(event));
    }
  }

  /**
   * The stack trace, on lines of its own that begin with a tab, "Caused by", or the first class.
   */
  static final class Failure extends ExtendedThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
      return CoreConstants.LINE_SEPARATOR
          + super.throwableProxyToString(new EscapedThrowable(failure))
          + CoreConstants.LINE_SEPARATOR;
    }
  }
}
