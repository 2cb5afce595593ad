package dev.holdfast.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Counts calls of the HTTP API on this replica. All are there from the start. */
@Component
public class ApiMetrics implements SmartInitializingSingleton {

  private static final String CALLS = "holdfast.api.calls";
  private static final String REFUSED = "holdfast.api.refused";
  private static final String ORDERS = "holdfast.api.orders";
  private static final String THROTTLED = "429";
  private static final List<String> STATUSES = List.of("2xx", "3xx", "4xx", THROTTLED, "5xx");
  private static final int TOO_MANY_REQUESTS = 429;

  private final ObjectProvider<MeterRegistry> meters;
  private final LongAdder withoutRole = new LongAdder();

  /**
   * @param meters absent where Holdfast only answers a question, as on the command line
   */
  ApiMetrics(ObjectProvider<MeterRegistry> meters) {
    this.meters = meters;
  }

  /** Why a caller isn't let in. */
  public enum Refusal {
    /** There is no token, or none that counts here. */
    TOKEN,
    /** The token doesn't have the app role that the call needs. */
    ROLE,
    /** The keys that sign tokens couldn't be read. */
    KEYS
  }

  @Override
  public void afterSingletonsInstantiated() {
    meters.ifAvailable(
        registry -> {
          STATUSES.forEach(status -> registry.counter(CALLS, "status", status));
          for (Refusal why : Refusal.values()) {
            registry.counter(REFUSED, "reason", tag(why));
          }
          registry.counter(ORDERS, "repeated", "false");
          registry.counter(ORDERS, "repeated", "true");
        });
  }

  /** A call has its answer. */
  public void answered(int status) {
    String tag = status == TOO_MANY_REQUESTS ? THROTTLED : status / 100 + "xx";
    meters.ifAvailable(registry -> registry.counter(CALLS, "status", tag).increment());
  }

  /** A caller wasn't let in. */
  public void refused(Refusal why) {
    if (why == Refusal.ROLE) {
      withoutRole.increment();
    }
    meters.ifAvailable(registry -> registry.counter(REFUSED, "reason", tag(why)).increment());
  }

  /**
   * An order was stored.
   *
   * @param repeated whether it was stored before, under the same key
   */
  public void ordered(boolean repeated) {
    meters.ifAvailable(
        registry -> registry.counter(ORDERS, "repeated", String.valueOf(repeated)).increment());
  }

  /** How many callers had no role since the start. */
  public long withoutRole() {
    return withoutRole.sum();
  }

  private static String tag(Refusal why) {
    return why.name().toLowerCase(Locale.ROOT);
  }
}
