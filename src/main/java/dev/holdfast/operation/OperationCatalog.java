package dev.holdfast.operation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.OperationSpecs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** All types of operations. An incomplete one, or two of one kind, keep Holdfast from starting. */
public final class OperationCatalog implements OperationSpecs {

  private final Map<Class<?>, OperationType<?>> bySpec = new LinkedHashMap<>();

  public OperationCatalog(List<OperationType<?>> types) {
    types.forEach(this::add);
  }

  private void add(OperationType<?> type) {
    String kind = type.kind();
    if (kind.isBlank() || types().stream().anyMatch(other -> other.kind().equals(kind))) {
      throw new IllegalStateException("Two types of operations are of the kind \"" + kind + "\".");
    }
    requireComplete(type);
    bySpec.put(type.specType(), type);
  }

  private static void requireComplete(OperationType<?> type) {
    Class<?> spec = type.specType();
    JsonTypeName stored = spec.getAnnotation(JsonTypeName.class);
    require(spec.isRecord(), type, "a record for what is asked");
    require(stored != null && stored.value().equals(type.kind()), type, "its kind as JSON name");
    require(Objects.nonNull(type.form()), type, "a form");
    require(Objects.nonNull(type.rules()), type, "rules");
    require(Objects.nonNull(type.execution()), type, "an execution with verification");
    require(Objects.nonNull(type.presenter()), type, "texts");
    require(!type.presenter().title().code().isBlank(), type, "a title");
    require(!type.execution().operationTypes().isEmpty(), type, "a name for its operation");
  }

  private static void require(boolean holds, OperationType<?> type, String what) {
    if (!holds) {
      throw new IllegalStateException("The type \"" + type.kind() + "\" lacks " + what + ".");
    }
  }

  public Collection<OperationType<?>> types() {
    return bySpec.values();
  }

  @Override
  public Collection<Class<? extends OperationSpec>> specTypes() {
    return types().stream().<Class<? extends OperationSpec>>map(OperationType::specType).toList();
  }

  @Override
  public OperationSpec leaveAdminMode(EnvironmentRef target, String parent) {
    return types().stream()
        .flatMap(type -> type.leaveAdminMode(target, parent).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No type leaves administration mode."));
  }

  /** What requests of a kind are called. */
  public Message title(String kind) {
    return types().stream()
        .filter(type -> type.kind().equals(kind))
        .findFirst()
        .map(type -> type.presenter().title())
        .orElseThrow(() -> new IllegalStateException("There is no type of operation " + kind));
  }

  /** The roles of all types, by the names that {@link OperationType#roles} says. */
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    Map<String, Map<OperationSide, EnvironmentRole>> roles = new TreeMap<>();
    types().forEach(type -> roles.putAll(type.roles()));
    return roles;
  }

  /** What is requested, with its type. */
  public Operation<?> of(OperationSpec spec) {
    OperationType<?> type = bySpec.get(spec.getClass());
    if (type == null) {
      throw new IllegalStateException("There is no type of operation for " + spec.getClass());
    }
    return bind(type, spec);
  }

  private static <S extends OperationSpec> Operation<S> bind(
      OperationType<S> type, OperationSpec spec) {
    return new Operation<>(type, type.specType().cast(spec));
  }
}
