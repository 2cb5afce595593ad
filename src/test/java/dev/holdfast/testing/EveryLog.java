package dev.holdfast.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Hears all that anybody logs while it is open, whatever the levels are. */
public final class EveryLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Map<Logger, Level> before = new LinkedHashMap<>();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  /**
   * @param silenced names of loggers that the application's own settings keep quiet
   */
  public EveryLog(String... silenced) {
    loudly(root);
    List.of(silenced).forEach(name -> loudly((Logger) LoggerFactory.getLogger(name)));
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  private void loudly(Logger logger) {
    before.put(logger, logger.getLevel());
    logger.setLevel(Level.ALL);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(
        "%s %s %s %s"
            .formatted(
                event.getLevel(),
                event.getLoggerName(),
                event.getFormattedMessage(),
                ThrowableProxyUtil.asString(event.getThrowableProxy())));
  }

  public String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
    before.forEach(Logger::setLevel);
  }
}
