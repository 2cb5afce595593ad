package dev.holdfast.testing;

import dev.holdfast.HoldfastApplication;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.RequestEventPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holdfast that ends at a named point, at once and without a word to anybody. Which point that is
 * can be said while it lives, so that one start is enough for several that it does not come to.
 */
public final class MortalHoldfast {

  /** Of the drive, and of a send. */
  public enum Point {
    /** All checks are made; that it will be called is not committed. */
    BEFORE_THE_INTENT,
    AFTER_THE_INTENT,
    /** The service's answer to the call is read. */
    AFTER_THE_ANSWER,
    /** What the answer changes is written and not committed. */
    BEFORE_THE_TRANSITION,
    AFTER_THE_TRANSITION,
    BEFORE_A_SEND,
    /** Teams has taken it, and Holdfast has not written that down. */
    AFTER_A_SEND
  }

  /** The exit code of one that died at its point: that of SIGKILL. */
  public static final int DEAD = 137;

  /**
   * Where it is to die.
   *
   * @param number another for each
   * @param passes how often it survives the point
   */
  public record Fate(int number, Point point, int passes) {

    /** Decides on the fate of who has this file, in place of an earlier one. */
    public void writeTo(Path file) {
      try {
        Path whole = Files.createTempFile(file.getParent(), "fate", "");
        Files.writeString(whole, number + " " + point + " " + passes);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Empty as long as there is none. */
    static Optional<Fate> in(Path file) {
      try {
        String[] words = Files.readString(file).split(" ");
        return Optional.of(
            new Fate(
                Integer.parseInt(words[0]), Point.valueOf(words[1]), Integer.parseInt(words[2])));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private MortalHoldfast() {}

  /** With {@code --mortal.fate}: the file in which its {@link Fate} will be. */
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(HoldfastApplication.class, Mortality.class).run(arguments);
  }

  static class Mortality implements BeanPostProcessor {

    private static final Set<RequestEventType> STARTING =
        Set.of(RequestEventType.STARTING, RequestEventType.SAFETY_STARTING);
    private static final Set<RequestEventType> STARTED =
        Set.of(RequestEventType.STARTED, RequestEventType.SAFETY_STARTED);
    private static final List<String> CALLS = List.of("restore", "createBackup");

    private final Path file;
    private final Map<Fate, AtomicInteger> passed = new ConcurrentHashMap<>();

    Mortality(@Value("${mortal.fate}") Path file) {
      this.file = file;
    }

    /** Within the transaction of an event, and when that is over. */
    private RequestEventPublisher around(RequestEventPublisher listeners) {
      return new RequestEventPublisher() {
        @Override
        public void publish(Request request, RequestEvent event) {
          listeners.publish(request, event);
          within(event);
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  after(event);
                }
              });
        }

        @Override
        public void publish(AuditEvent event) {
          listeners.publish(event);
        }

        @Override
        public List<String> missing() {
          return listeners.missing();
        }
      };
    }

    private void within(RequestEvent event) {
      if (STARTING.contains(event.type())) {
        passes(Point.BEFORE_THE_INTENT);
      } else if (STARTED.contains(event.type())) {
        passes(Point.BEFORE_THE_TRANSITION);
      }
    }

    private void after(RequestEvent event) {
      if (STARTING.contains(event.type())) {
        passes(Point.AFTER_THE_INTENT);
      } else if (STARTED.contains(event.type())) {
        passes(Point.AFTER_THE_TRANSITION);
      }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (bean instanceof RequestEventPublisher listeners) {
        return around(listeners);
      }
      if (bean instanceof AdminApi api) {
        return mortal(api);
      }
      if (bean instanceof Messenger) {
        return around(
            bean,
            Messenger.class,
            (proxy, method, arguments) -> {
              passes(Point.BEFORE_A_SEND);
              Object answer = method.invoke(bean, arguments);
              passes(Point.AFTER_A_SEND);
              return answer;
            });
      }
      return bean;
    }

    /** What it hands out to call with a guard is mortal, too. */
    private AdminApi mortal(AdminApi api) {
      return around(
          api,
          AdminApi.class,
          (proxy, method, arguments) -> {
            Object answer = method.invoke(api, arguments);
            if (CALLS.contains(method.getName())) {
              passes(Point.AFTER_THE_ANSWER);
            }
            return answer instanceof AdminApi guarded ? mortal(guarded) : answer;
          });
    }

    private static <T> T around(Object bean, Class<T> type, InvocationHandler handler) {
      return type.cast(
          Proxy.newProxyInstance(
              bean.getClass().getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                try {
                  return handler.invoke(proxy, method, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    private void passes(Point point) {
      if (Fate.in(file).filter(fate -> fate.point() == point).filter(this::isDue).isPresent()) {
        System.out.println("Dies here: " + point);
        System.out.flush();
        Runtime.getRuntime().halt(DEAD);
      }
    }

    private boolean isDue(Fate fate) {
      int before = passed.computeIfAbsent(fate, key -> new AtomicInteger()).getAndIncrement();
      return before == fate.passes();
    }
  }
}
