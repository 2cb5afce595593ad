package dev.holdfast.operation;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.copy;
import static dev.holdfast.testing.Samples.deletion;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static dev.holdfast.testing.Samples.series;
import static dev.holdfast.testing.Samples.severalBackups;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.copy.CopySpec;
import dev.holdfast.operation.deletion.DeleteBackupSpec;
import dev.holdfast.operation.mode.AdminModeSpec;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.operation.retention.RetentionSpec;
import dev.holdfast.operation.several.SeveralBackupsSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestJsonFactory;
import dev.holdfast.testing.Components;
import dev.holdfast.testing.Samples;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What every type of operation keeps. A new one needs only a sample here. */
class OperationTypeContractTest {

  private static final OperationCatalog CATALOG = OperationCatalogConfiguration.operationCatalog();
  private static final JsonMapper JSON = RequestJsonFactory.mapper(CATALOG);
  private static final CardTexts TEXTS = new CardTexts(ZoneOffset.UTC);

  private static final Map<String, OperationSpec> SAMPLES =
      Map.of(
          BackupSpec.KIND, backup(),
          SeveralBackupsSpec.KIND, severalBackups(),
          DeleteBackupSpec.KIND, deletion(),
          RestoreSpec.KIND, restoreWithSafetyBackup(),
          CopySpec.KIND, copy(),
          LeaveAdminModeSpec.KIND, new LeaveAdminModeSpec(DEV, "R-1042"),
          AdminModeSpec.KIND, new AdminModeSpec(DEV, AdministrationMode.ON, false),
          RetentionSpec.KIND, new RetentionSpec(UAT, 14, 28),
          SeriesSpec.KIND, series());

  /** They change a setting of an environment, so the one of before can be set again. */
  private static final Set<String> SETTINGS = Set.of(AdminModeSpec.KIND, RetentionSpec.KIND);

  /** What an approver doesn't approve: where an instant comes from. */
  private static final Set<String> NOT_APPROVED = Set.of("backupLabel");

  static Stream<OperationSpec> specs() {
    return CATALOG.types().stream().map(type -> SAMPLES.get(type.kind()));
  }

  @Test
  void everyTypeHasASample() {
    assertThat(CATALOG.types()).extracting(OperationType::kind).hasSameElementsAs(SAMPLES.keySet());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void whatIsAskedSurvivesBeingStored(OperationSpec spec) {
    String stored = JSON.writerFor(OperationSpec.class).writeValueAsString(spec);
    assertThat(JSON.readTree(stored).path("kind").asString()).isEqualTo(spec.kind());
    assertThat(JSON.readValue(stored, OperationSpec.class)).isEqualTo(spec);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theDigestChangesWithEachFieldThatIsApproved(OperationSpec spec) throws Exception {
    assertThat(spec.digestParts().get(0)).isEqualTo(spec.kind());
    Set<Digest> digests = new HashSet<>(Set.of(Digest.of(spec)));
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      boolean differs = digests.add(Digest.of(withAnother(spec, component)));
      assertThat(differs)
          .as(component.getName())
          .isEqualTo(!NOT_APPROVED.contains(component.getName()));
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theAuditLogSaysEachFieldOfIt(OperationSpec spec) throws Exception {
    Set<List<Object>> said = new HashSet<>(Set.of(said(spec)));
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      assertThat(said.add(said(withAnother(spec, component)))).as(component.getName()).isTrue();
    }
    assertThat(spec.facts().options().keySet())
        .isSubsetOf(
            Arrays.stream(spec.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  /** The policy names the types by their kinds; it's read where no catalog is. */
  @ParameterizedTest
  @MethodSource("specs")
  void thePolicyCanSayWhatThereIsToDoAfterItIfItOverwrites(OperationSpec spec) {
    String policy =
        """
        version: 1
        rules: [{name: Everything, environments: all}]
        checklists: [{operations: [%s], environments: all, items: [users]}]
        """;
    assertThat(PolicyFileParser.parse(policy.formatted(spec.kind())).policy().isPresent())
        .isEqualTo(spec.overwrites());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void thePolicyCanSayWhenItMayRun(OperationSpec spec) {
    assumeFalse(spec.hasParts(), "it says that of its parts");
    assumeTrue(!spec.isSeries(), "its runs count");
    String policy =
        """
        version: 1
        calendars: {c: {zone: UTC, events: [{start: "2026-01-01 00:00", lasts: 1h}]}}
        rules: [{name: Everything, environments: all, windows: [{operations: %s, calendars: c}]}]
        """;
    assertThat(PolicyFileParser.parse(policy.formatted(spec.kind())).problems()).isEmpty();
  }

  private static List<Object> said(OperationSpec spec) {
    return List.of(spec.kind(), spec.environments(), spec.facts());
  }

  private static OperationSpec withAnother(OperationSpec spec, RecordComponent changed)
      throws Exception {
    RecordComponent[] components = spec.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object value = components[i].getAccessor().invoke(spec);
      values[i] = components[i].getName().equals(changed.getName()) ? another(value) : value;
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var constructor = spec.getClass().getDeclaredConstructor(types);
    return (OperationSpec) constructor.newInstance(values);
  }

  private static Object another(Object value) {
    if (value instanceof EnvironmentRef) {
      return new EnvironmentRef("env-other", "Other", "", Map.of());
    }
    if (value instanceof List<?> several) {
      return several.subList(1, several.size());
    }
    if (value instanceof Instant) {
      return NOW.plusSeconds(1);
    }
    if (value instanceof Boolean was) {
      return !was;
    }
    if (value instanceof Integer was) {
      return was + 7;
    }
    if (value instanceof Enum<?> was) {
      return Arrays.stream(was.getDeclaringClass().getEnumConstants())
          .filter(constant -> constant != was)
          .findFirst()
          .orElseThrow();
    }
    if (value instanceof Integer was) {
      return was + 1;
    }
    if (value instanceof Duration was) {
      return was.plusHours(1);
    }
    if (value instanceof LocalDateTime was) {
      return was.plusHours(1);
    }
    if (value instanceof ZoneId) {
      return ZoneId.of("Asia/Tokyo");
    }
    if (value instanceof OperationSpec) {
      return copy();
    }
    return value instanceof Optional<?> ? Optional.of("another") : "another";
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itChangesOneEnvironmentAndSaysWhatItDoesWithEach(OperationSpec spec) {
    assumeFalse(spec.hasParts(), "its parts change one each");
    assertThat(spec.environments())
        .filteredOn(use -> use.role() != EnvironmentRole.DATA_LEAVES)
        .extracting(use -> use.environment())
        .containsExactly(spec.affected());
    assertThat(spec.environments()).extracting(use -> use.environment()).contains(spec.source());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void thePolicyIsExplainedForTheRolesInWhichItUsesItsEnvironments(OperationSpec spec) {
    assumeTrue(!spec.isSeries(), "its runs count");
    OperationType<?> type = CATALOG.of(spec).type();
    assertThat(type.roles().keySet()).allMatch(name -> name.startsWith(type.kind()));
    assertThat(type.roles().values())
        .extracting(roles -> Set.copyOf(roles.values()))
        .contains(spec.environments().stream().map(EnvironmentUse::role).collect(toSet()));
    assertThat(CATALOG.roles()).containsAllEntriesOf(type.roles());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void whatComesBeforeItIsOfATypeTooAndChangesTheSameEnvironment(OperationSpec spec) {
    for (OperationSpec before : spec.stepsBefore("R-7")) {
      assertThat(CATALOG.of(before).spec()).isEqualTo(before);
      assertThat(before.affected()).isEqualTo(spec.affected());
      assertThat(before.overwrites()).isFalse();
      assertThat(before.marker().orElse("")).contains("R-7");
    }
    assertThat(spec.stepsBefore("R-7").isEmpty()).isEqualTo(!spec.backsUpFirst());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itsPartsDoAllOfItAndNothingElse(OperationSpec spec) {
    assumeTrue(spec.hasParts(), "it's carried out by a call");
    List<OperationSpec> parts = spec.parts("R-7");
    assertThat(parts).flatExtracting(OperationSpec::environments).isEqualTo(spec.environments());
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(CATALOG.of(part).spec()).isEqualTo(part);
              assertThat(part.hasParts()).isFalse();
              assertThat(part.followUpOf()).contains("R-7");
              assertThat(part.needsApproval()).isTrue();
              assertThat(part.meets(spec)).isFalse();
              assertThat(spec.meets(part)).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itsTextsNameTheEnvironmentThatItChanges(OperationSpec spec) {
    Operation<?> operation = CATALOG.of(spec);
    String name = spec.affected().displayName();
    assertThat(TEXTS.of(operation.title())).isNotBlank();
    assertThat(TEXTS.of(operation.approvalTitle())).isNotBlank();
    assertThat(TEXTS.of(operation.inShort())).contains(name);
    assertThat(TEXTS.of(operation.doneTitle())).contains(name);
    assertThat(TEXTS.of(operation.failedTitle())).contains(name);
    assertThat(operation.point().isPresent()).isEqualTo(operation.pointName().isPresent());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itsFormIsOpenedByOneButtonAndFilledInWithWhatWasAskedFor(OperationSpec spec) {
    Operation<?> operation = CATALOG.of(spec);
    assumeTrue(spec.followUpOf().isEmpty(), "it's asked for on the card of another request");
    assertThat(Components.of(OpenFormAction.class))
        .extracting(OpenFormAction::verb)
        .containsOnlyOnce(operation.formVerb());
    Request asked = Request.submit(new RequestId(7), Samples.details(spec, 1));
    assertThat(operation.again(asked, ZoneOffset.UTC).values())
        .anyMatch(filledIn -> filledIn.contains(spec.source().id()));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void whatChangesASettingIsUndoneByItsForm(OperationSpec spec) {
    Operation<?> operation = CATALOG.of(spec);
    assertThat(operation.opposite().isPresent()).isEqualTo(SETTINGS.contains(spec.kind()));
    operation
        .opposite()
        .ifPresent(
            data ->
                assertThat(data)
                    .containsValue(spec.affected().id())
                    .isNotEqualTo(
                        operation.again(
                            Request.submit(new RequestId(7), Samples.details(spec, 1)),
                            ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void whatLosesSomethingIsReviewedOnACardThatThereIs(OperationSpec spec) {
    Optional<ReviewForm> review = CATALOG.of(spec).type().form().flatMap(RequestForm::review);
    assertThat(review.isPresent()).isEqualTo(spec.losesSomething());
    review.ifPresent(
        form ->
            assertThat(new CardRenderer().render(form.view().apply(nothingToReview())).json())
                .isNotEmpty());
  }

  private static ReviewContent nothingToReview() {
    EnvironmentSummary side = new EnvironmentSummary("Contoso", "");
    return new ReviewContent(
        new ReviewContent.Subject(side, side, Optional.empty(), "", List.of()),
        new ReviewContent.Checks(List.of(), List.of(), List.of()),
        new ReviewContent.Confirmation("", "", "", Optional.empty(), Map.of(), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void noOtherTypeTakesItsOperationForItsOwn(OperationSpec spec) {
    Set<String> own = CATALOG.of(spec).type().execution().operationTypes();
    assertThat(own).isNotEmpty().allSatisfy(type -> assertThat(type).isLowerCase());
    for (OperationType<?> other : CATALOG.types()) {
      boolean shownByTheEnvironment = // whichever operation is followed
          CATALOG.of(spec).showsByItself() && other.execution().showsByItself();
      if (!other.kind().equals(spec.kind()) && !shownByTheEnvironment) {
        assertThat(other.execution().operationTypes()).doesNotContainAnyElementsOf(own);
      }
    }
  }

  /** Whatever changes data is ordered once, and people agree to whatever has a form. */
  @ParameterizedTest
  @MethodSource("specs")
  void onlyWhatSetsAStateMayBeOrderedTwiceAndOnlyAFollowUpNeedsNoApproval(OperationSpec spec) {
    assertThat(CATALOG.of(spec).isIdempotent()).isEqualTo(spec.setsState());
    assertThat(spec.needsApproval()).isEqualTo(spec.followUpOf().isEmpty());
    assertThat(CATALOG.of(spec).type().form().isPresent()).isEqualTo(spec.followUpOf().isEmpty());
  }

  @Test
  void anEnvironmentMayBeBothSourceAndTarget() {
    assertThat(SAMPLES.get(BackupSpec.KIND).source()).isEqualTo(UAT);
    assertThat(SAMPLES.get(BackupSpec.KIND).affected()).isEqualTo(UAT);
  }
}
