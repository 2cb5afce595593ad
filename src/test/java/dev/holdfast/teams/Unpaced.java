package dev.holdfast.teams;

import dev.holdfast.teams.outbound.OutboundRateLimiter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/** Has messages follow each other as if time were between them. */
public final class Unpaced {

  private static final int PER_SECOND = 1000;
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private Unpaced() {}

  public static void register(GenericApplicationContext context) {
    AtomicLong nanoTime = new AtomicLong();
    context.registerBean(
        "unpaced",
        BeanPostProcessor.class,
        () ->
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof OutboundRateLimiter
                    ? new OutboundRateLimiter(
                        PER_SECOND, () -> nanoTime.addAndGet(PAUSE), wait -> {})
                    : bean;
              }
            });
  }
}
