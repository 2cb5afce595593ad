package dev.holdfast.approval.policy.compare;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A component in which two records of one type differ. Components are found as the type has them:
 * what is added to a type later is compared too, before anybody has said how.
 */
record RecordDifference(String component, Object before, Object next) {

  static <T extends Record> List<RecordDifference> between(T before, T next) {
    List<RecordDifference> found = new ArrayList<>();
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      Object old = value(component, before);
      Object now = value(component, next);
      if (!old.equals(now)) {
        found.add(new RecordDifference(component.getName(), old, now));
      }
    }
    return found;
  }

  /** Whether all components but these say nothing: no, none, nobody. */
  static boolean isEmptyBut(Record one, Set<String> others) {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      if (!others.contains(component.getName()) && !isNothing(value(component, one))) {
        return false;
      }
    }
    return true;
  }

  /** What isn't known to say nothing may say anything. */
  private static boolean isNothing(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty();
    } else if (value instanceof Collection<?> collection) {
      return collection.isEmpty();
    } else if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    } else if (value instanceof Record nested) {
      return isEmptyBut(nested, Set.of());
    }
    return Boolean.FALSE.equals(value);
  }

  private static Object value(RecordComponent component, Record one) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " can't be compared", e);
    }
  }
}
