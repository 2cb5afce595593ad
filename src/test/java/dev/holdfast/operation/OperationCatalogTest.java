package dev.holdfast.operation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.operation.backup.BackupOperation;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holdfast doesn't start with a type of operation that is incomplete. */
class OperationCatalogTest {

  @JsonTypeName("odd")
  record OddSpec() implements OperationSpec {
    @Override
    public String kind() {
      return "odd";
    }

    @Override
    public List<EnvironmentUse> environments() {
      return List.of();
    }

    @Override
    public List<String> digestParts() {
      return List.of("odd");
    }

    @Override
    public OperationFacts facts() {
      return OperationFacts.of(Map.of());
    }
  }

  /** Of another kind than its JSON says. */
  record NamelessSpec() implements OperationSpec {
    @Override
    public String kind() {
      return "nameless";
    }

    @Override
    public List<EnvironmentUse> environments() {
      return List.of();
    }

    @Override
    public List<String> digestParts() {
      return List.of("nameless");
    }

    @Override
    public OperationFacts facts() {
      return OperationFacts.of(Map.of());
    }
  }

  @Test
  void twoTypesOfOneKindAreRefused() {
    assertThatThrownBy(
            () -> new OperationCatalog(List.of(new BackupOperation(), new BackupOperation())))
        .hasMessageContaining("backup");
  }

  static Stream<OperationType<?>> incomplete() {
    OperationType<BackupSpec> whole = new BackupOperation();
    return Stream.of(
        new Parts<>(OddSpec.class, "odd", null, null, null, null),
        new Parts<>(NamelessSpec.class, "nameless", null, null, null, null),
        of("backup", null, whole.rules(), whole.execution(), whole.presenter()),
        of("backup", whole.form(), null, whole.execution(), whole.presenter()),
        of("backup", whole.form(), whole.rules(), null, whole.presenter()),
        of("backup", whole.form(), whole.rules(), whole.execution(), null),
        of("other", whole.form(), whole.rules(), whole.execution(), whole.presenter()));
  }

  private static OperationType<BackupSpec> of(
      String kind,
      Optional<RequestForm<BackupSpec>> form,
      OperationRules<BackupSpec> rules,
      OperationExecution<BackupSpec> execution,
      OperationPresenter<BackupSpec> presenter) {
    return new Parts<>(BackupSpec.class, kind, form, rules, execution, presenter);
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void anIncompleteTypeIsRefused(OperationType<?> type) {
    assertThatThrownBy(() -> new OperationCatalog(List.of(type)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(type.kind())
        .hasMessageContaining("lacks");
  }

  record Parts<S extends OperationSpec>(
      Class<S> specType,
      String kind,
      Optional<RequestForm<S>> form,
      OperationRules<S> rules,
      OperationExecution<S> execution,
      OperationPresenter<S> presenter)
      implements OperationType<S> {

    @Override
    public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
      return Map.of();
    }
  }
}
