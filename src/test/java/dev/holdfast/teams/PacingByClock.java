package dev.holdfast.teams;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/** Has messages paced by a test's clock instead of the computer's. */
public final class PacingByClock {

  private static final int PER_SECOND = 1000;

  private PacingByClock() {}

  public static void register(GenericApplicationContext context, Clock clock) {
    context.registerBean(
        "pacingByClock",
        BeanPostProcessor.class,
        () ->
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Pacer
                    ? new Pacer(PER_SECOND, () -> nanos(clock), wait -> {})
                    : bean;
              }
            });
  }

  private static long nanos(Clock clock) {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }
}
