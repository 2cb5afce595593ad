package dev.holdfast.testing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.operation.OperationType;
import dev.holdfast.request.step.OperationSpec;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields of a type that is stored as JSON, one on a line: the path, and what it holds. An
 * enum's line lists its names. Names of types don't appear, so renaming one changes nothing.
 */
public final class StoredFields {

  private final TreeSet<String> lines = new TreeSet<>();

  /** The records whose components are being added: a message may have others in it. */
  private final Set<Class<?>> inside = new HashSet<>();

  private StoredFields() {}

  public static List<String> of(Class<?> type) {
    StoredFields fields = new StoredFields();
    fields.add("", type);
    return List.copyOf(fields.lines);
  }

  private void add(String path, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        add(path, arguments[0]);
      } else if (generic.getRawType() == Map.class) {
        add(path + "{}", arguments[1]);
      } else {
        add(path + "[]", arguments[0]);
      }
    } else if (type instanceof Class<?> plain) {
      addPlain(path, plain);
    } else {
      throw new IllegalArgumentException(path + " is a " + type);
    }
  }

  private void addPlain(String path, Class<?> type) {
    if (type.isEnum()) {
      line(
          path,
          Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(" ")));
    } else if (type.isRecord() && !inside.add(type)) {
      line(path, "the same as around it");
    } else if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        add(
            join(path, name(component.getAccessor(), component.getName())),
            component.getGenericType());
      }
      inside.remove(type);
    } else if (type == OperationSpec.class) {
      addSubtypes(path, type);
    } else if (type.getPackageName().startsWith("dev.holdfast")) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(JsonProperty.class))
          .forEach(
              method ->
                  add(join(path, name(method, method.getName())), method.getGenericReturnType()));
    } else {
      line(path, kind(type));
    }
  }

  private void addSubtypes(String path, Class<?> type) {
    String property = type.getAnnotation(JsonTypeInfo.class).property();
    for (OperationType<?> one : OperationCatalogConfiguration.operationCatalog().types()) {
      add(path + "(" + property + "=" + one.kind() + ")", one.specType());
    }
  }

  private void line(String path, String holds) {
    lines.add(path + ": " + holds);
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String name(AnnotatedElement getter, String otherwise) {
    JsonProperty property = getter.getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? otherwise : property.value();
  }

  private static String kind(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String", "ZoneId" -> "text";
      case "Instant" -> "instant";
      case "boolean", "Boolean" -> "true or false";
      case "int", "long", "Integer", "Long", "Double" -> "number";
      case "Duration" -> "duration";
      case "LocalTime" -> "time of day";
      case "LocalDateTime" -> "local date and time";
      case "JsonNode" -> "JSON";
      default -> throw new IllegalArgumentException("no word for " + type);
    };
  }
}
