package dev.holdfast.testing;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.ClassUtils;

/** Components of Holdfast, found as Spring finds them. */
public final class Components {

  private Components() {}

  /**
   * Every component of a type, in the order in which Spring injects them, made without what it
   * depends on: for what a component says of itself.
   */
  public static <T> List<T> of(Class<T> type) {
    return found("dev.holdfast")
        .filter(type::isAssignableFrom)
        .map(component -> type.cast(made(component)))
        .sorted(AnnotationAwareOrderComparator.INSTANCE)
        .toList();
  }

  /**
   * Every component of a package and those below it.
   *
   * @param name below {@code dev.holdfast}
   */
  static Class<?>[] in(String name) {
    return found("dev.holdfast." + name).toArray(Class<?>[]::new);
  }

  private static Stream<? extends Class<?>> found(String name) {
    return new ClassPathScanningCandidateComponentProvider(true)
        .findCandidateComponents(name).stream()
            .map(BeanDefinition::getBeanClassName)
            .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found), null));
  }

  private static Object made(Class<?> component) {
    try {
      Constructor<?> constructor = component.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(new Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName(), e);
    }
  }
}
