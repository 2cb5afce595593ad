package dev.holdfast.app.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception whose messages, and those of its causes, can't forge a line. */
record EscapedThrowable(IThrowableProxy failure) implements IThrowableProxy {

  @Override
  public @Nullable String getMessage() {
    return escaped(failure.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return escaped(failure.getOverridingMessage());
  }

  @Override
  public String getClassName() {
    return failure.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return failure.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return failure.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return failure.getCause() == null ? null : new EscapedThrowable(failure.getCause());
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return Stream.of(failure.getSuppressed())
        .map(EscapedThrowable::new)
        .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return failure.isCyclic();
  }

  private static @Nullable String escaped(@Nullable String text) {
    return text == null ? null : LogText.escaped(text);
  }
}
