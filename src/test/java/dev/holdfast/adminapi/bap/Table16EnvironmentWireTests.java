package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.ServiceList;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts 1.6, the environment object, one row a test.
 *
 * <p>Read and not used: description, tenantId, azureRegion, isDefault, creationType, databaseType
 * (the linked Dataverse itself says it), enterprisePolicies.identity and the last row's clientUris
 * to usedBy. That msprov_getfinopsapplicationdetails is asked for kind and version is in {@link
 * FinOpsDetailsTests}.
 */
@DisplayName("facts 1.6 | environment")
class Table16EnvironmentWireTests extends WireTest {

  private static final String DEFAULT = "Default-5ca1c616-6060-46ba-abc1-18d312f1cb3a";

  private Environment read(String file) {
    server.answers(200, file);
    return api.environment(ID);
  }

  /** One of which only this is said. */
  private Environment saying(String properties) {
    return object(
        "{\"name\":\"%s\",\"location\":\"europe\",\"properties\":{%s}}"
            .formatted(ID, properties.replace('\'', '"')));
  }

  private Environment object(String json) {
    server.answers(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    return api.environment(ID);
  }

  @Test
  @DisplayName("facts 1.6 | id: its last part stands in for a missing name")
  void theIdIsAPathThatEndsInTheName() {
    String path = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/";
    assertThat(object("{\"id\":\"" + path + DEFAULT + "\"}").id()).isEqualTo(DEFAULT);
    assertThat(object("{\"id\":\"" + path + DEFAULT + "\",\"name\":\"" + ID + "\"}").id())
        .isEqualTo(ID);
    assertThat(failure(() -> object("{\"id\":\"/\"}")).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  @DisplayName("facts 1.6 | name: a GUID, or Default- and the tenant")
  void theDefaultEnvironmentHasAnIdOfItsOwnKind() {
    server.answers(
        200, Map.of(), ("{\"name\":\"" + DEFAULT + "\"}").getBytes(StandardCharsets.UTF_8));
    assertThat(api.environment(DEFAULT).id()).isEqualTo(DEFAULT);
    assertThat(server.asked().get(0).target()).contains("/environments/" + DEFAULT + "?");
  }

  @Test
  @DisplayName("facts 1.6 | location: the geo, the key of same region")
  void theLocationIsTheRegion() {
    assertThat(saying("'azureRegion':'westeurope'").region()).isEqualTo("europe");
  }

  @Test
  @DisplayName("facts 1.6 | properties.displayName: or the id")
  void theNameIsTheDisplayName() {
    assertThat(saying("'displayName':'Contoso Dev'").displayName()).isEqualTo("Contoso Dev");
    assertThat(saying("'displayName':' '").displayName()).isEqualTo(ID);
  }

  @ParameterizedTest(name = "facts 1.6 | properties.environmentSku: {0} is {1}")
  @CsvSource({
    "Production, PRODUCTION",
    "Sandbox, SANDBOX",
    "sandbox, SANDBOX",
    "Developer, DEVELOPER",
    "Trial, TRIAL",
    "SubscriptionBasedTrial, TRIAL",
    "Default, DEFAULT",
    "Teams, TEAMS",
    "Elastic, UNKNOWN",
    "'', UNKNOWN"
  })
  void theTypeIsReadAndItsWordKept(String word, EnvironmentType type) {
    Environment environment = saying("'environmentSku':'" + word + "'");
    assertThat(environment.type()).isEqualTo(type);
    assertThat(environment.typeWord()).isEqualTo(word);
  }

  @Test
  @DisplayName("facts 1.6 | properties.createdTime, createdBy, lastModifiedTime")
  void whoMadeItAndWhenIsRead() {
    Environment environment = read("environment-managed-sandbox.json");
    assertThat(environment.createdBy()).contains("admin");
    assertThat(environment.createdAt()).contains(Instant.parse("2023-10-24T09:37:26.812473800Z"));
    assertThat(environment.modifiedAt()).contains(Instant.parse("2023-11-01T20:13:20.578143600Z"));
  }

  @Test
  @DisplayName("facts 1.6 | properties.linkedEnvironmentMetadata: the Dataverse and its states")
  void theDataverseIsRead() {
    assertThat(read("environment-managed-sandbox.json").dataverse())
        .contains(
            new Environment.Dataverse(
                "orgid",
                Optional.of("https://00000000-0000-0000-0000-000000000001.crm17.dynamics.com/"),
                Optional.of("9.2.23103.00196"),
                Optional.of("Ready"),
                Optional.of("Enabled")));
  }

  @ParameterizedTest(name = "facts 1.6 | properties.linkedEnvironmentMetadata: none when {0}")
  @ValueSource(strings = {"'linkedEnvironmentMetadata':null", "'databaseType':'None'"})
  void withoutALinkThereIsNoDataverse(String properties) {
    assertThat(saying(properties).dataverse()).isEmpty();
  }

  @ParameterizedTest(name = "facts 1.6 | linkedEnvironmentMetadata.securityGroupId: {0} is {1}")
  @CsvSource({
    "11111111-2222-3333-4444-555555555555, 11111111-2222-3333-4444-555555555555",
    "00000000-0000-0000-0000-000000000000,",
    "'',"
  })
  void allZerosAreNoSecurityGroup(String word, @Nullable String group) {
    assertThat(saying("'linkedEnvironmentMetadata':{'securityGroupId':'%s'}".formatted(word)))
        .extracting(Environment::securityGroupId)
        .isEqualTo(Optional.ofNullable(group));
  }

  @Test
  @DisplayName("facts 1.6 | properties.linkedAppMetadata: Internal, Linked, absent, another word")
  void theLinkToFinanceAndOperationsIsRead() {
    String url = "https://contoso.sandbox.operations.dynamics.com";
    String link = "'linkedAppMetadata':{'id':'1','type':'%s','url':'" + url + "'}";
    assertThat(saying(link.formatted("Internal")).finOps())
        .isEqualTo(new FinOpsLink.Unified(Optional.of(url)));
    assertThat(saying(link.formatted("Linked")).finOps())
        .isEqualTo(new FinOpsLink.LcsLinked(Optional.of(url)));
    assertThat(saying(link.formatted("Federated")).finOps())
        .isEqualTo(new FinOpsLink.Unknown("Federated"));
    assertThat(saying("'linkedAppMetadata':null").finOps()).isEqualTo(new FinOpsLink.None());
  }

  @Test
  @DisplayName("facts 1.6 | properties.capacity[]: type, actual, rated, unit, date")
  void theCapacityIsRead() {
    List<Capacity> capacities = read("environment-finops-capacity.json").capacities();
    assertThat(capacities)
        .extracting(Capacity::type)
        .containsExactlyInAnyOrder("Database", "File", "Log", "FinOpsDatabase", "FinOpsFile");
    assertThat(capacities)
        .contains(
            new Capacity(
                "Database",
                885.0391,
                Optional.of(1024.0),
                "MB",
                Optional.of(Instant.parse("2023-10-10T03:00:35Z"))));
  }

  @ParameterizedTest(name = "facts 1.6 | properties.capacity[].capacityUnit: 2 {0} are {1} MB")
  @CsvSource({"MB, 2", "GB, 2048", "KB, 0.001953125", "Bytes, 0", "'', 2"})
  void anotherUnitIsNotTakenForMegabytes(String unit, double megabytes) {
    Capacity line =
        saying(
                "'capacity':[{'capacityType':'Tape','actualConsumption':2,'capacityUnit':'%s'}]"
                    .formatted(unit))
            .capacities()
            .get(0);
    assertThat(line.type()).isEqualTo("Tape");
    assertThat(line.actualMegabytes()).isEqualTo(megabytes);
    assertThat(line.rated()).isEmpty();
    assertThat(line.measuredAt()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.6 | properties.retentionDetails: how far back it can be restored")
  void theWindowIsRead() {
    assertThat(read("environment-managed-sandbox.json").retention())
        .contains(
            new Retention(
                Optional.of(Duration.ofDays(7)),
                Optional.of(Instant.parse("2023-10-25T20:36:48.548081700Z"))));
  }

  @Test
  @DisplayName("facts 1.6 | properties.retentionPeriod: where the details are missing")
  void thePeriodAloneWillDo() {
    assertThat(saying("'retentionPeriod':'P28D'").retention())
        .contains(new Retention(Optional.of(Duration.ofDays(28)), Optional.empty()));
    assertThat(saying("'retentionDetails':{'retentionPeriod':'a week'}").retention()).isEmpty();
  }

  @ParameterizedTest(name = "facts 1.6 | properties.provisioningState: {0}")
  @ValueSource(
      strings = {"Succeeded", "LinkedDatabaseProvisioning", "Deleting", "Failed", "Moving"})
  void theProvisioningStateIsKeptAsItIs(String word) {
    Environment environment = saying("'provisioningState':'" + word + "'");
    assertThat(environment.provisioningState()).contains(word);
    assertThat(environment.unreadable()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.6 | properties.provisioningState: in answers of the service, or missing")
  void theProvisioningStateIsReadFromARealAnswer() {
    assertThat(read("environment-managed-sandbox.json").provisioningState()).contains("Succeeded");
    assertThat(saying("'states':{}").provisioningState()).isEmpty();
    assertThat(saying("'provisioningState':null").provisioningState()).isEmpty();
    assertThat(saying("'provisioningState':''").provisioningState()).isEmpty();
  }

  @ParameterizedTest(name = "facts 1.6 | properties.states.management.id: {0}")
  @ValueSource(strings = {"Ready", "Running", "NotSpecified", "Migrating"})
  void theManagementStateIsKeptAsItIs(String word) {
    assertThat(saying("'states':{'management':{'id':'%s'}}".formatted(word)).managementState())
        .contains(word);
  }

  @ParameterizedTest(name = "facts 1.6 | properties.states.runtime.id: {0}")
  @CsvSource({"Enabled, false", "AdminMode, true", "Disabled, false", "Hibernating, false"})
  void theRuntimeStateIsKeptAsItIsWithItsReason(String word, boolean administrationMode) {
    Environment environment =
        saying("'states':{'runtime':{'id':'%s','runtimeReasonCode':'Restored'}}".formatted(word));
    assertThat(environment.runtimeState()).contains(word);
    assertThat(environment.runtimeReason()).contains("Restored");
    assertThat(environment.inAdministrationMode()).isEqualTo(administrationMode);
    assertThat(environment.managementState()).isEmpty();
  }

  @ParameterizedTest(name = "facts 1.6 | properties.protectionStatus.keyManagedBy: {0} is {1}")
  @CsvSource({"Microsoft, false", "Customer, true", "Nobody,"})
  void whoseKeyItIsIsReadAndAThirdWordIsNeither(String word, @Nullable Boolean customer) {
    assertThat(saying("'protectionStatus':{'keyManagedBy':'%s'}".formatted(word)).customerKey())
        .isEqualTo(Optional.ofNullable(customer));
  }

  @ParameterizedTest(name = "facts 1.6 | properties.enterprisePolicies: {0}, {1}")
  @CsvSource({
    "vnets, customerManagedKeys",
    "vNets, CustomerManagedKeys",
    "VNets, customermanagedkeys",
    "Vnets, CUSTOMERMANAGEDKEYS"
  })
  void thePoliciesAreReadInEverySpelling(String network, String key) {
    Environment environment =
        saying(
            "'enterprisePolicies':{'%s':{'id':'/policies/net'},'%s':{'id':'/policies/key'},'identity':{'id':'/policies/id'}}"
                .formatted(network, key));
    assertThat(environment.networkPolicy()).contains("/policies/net");
    assertThat(environment.keyPolicy()).contains("/policies/key");
  }

  @ParameterizedTest(name = "facts 1.6 | governanceConfiguration.protectionLevel: {0} is {1}")
  @CsvSource({"Basic, false", "Standard, true", "Extreme,"})
  void whetherItIsManagedIsReadAndAThirdWordIsNeither(String word, @Nullable Boolean managed) {
    assertThat(
            saying("'governanceConfiguration':{'protectionLevel':'%s'}".formatted(word)).managed())
        .isEqualTo(Optional.ofNullable(managed));
  }

  @Test
  @DisplayName("facts 1.6 | properties.parentEnvironmentGroup.id")
  void theGroupIsRead() {
    assertThat(saying("'parentEnvironmentGroup':{'id':'group-1'}").groupId()).contains("group-1");
    assertThat(saying("'parentEnvironmentGroup':null").groupId()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.6 | properties.lifecycleOperationsEnforcement: message and type may miss")
  void theRulingsAreReadAndWhatIsDisallowedStaysSo() {
    assertThat(read("environment-network-policy-in-capitals.json").enforcement())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Backup",
                new Verdict(true, Optional.empty()),
                "Restore",
                new Verdict(
                    false,
                    Optional.of("Restore cannot be performed on environment of type Trial."),
                    Optional.of("EnvironmentSkuType")),
                "Copy",
                new Verdict(false, Optional.empty(), Optional.of("EnvironmentSkuType"))));
    assertThat(
            saying(
                    "'lifecycleOperationsEnforcement':{'allowedOperations':[{'type':{'id':'Teleport'}},{'type':{}},{},null]}")
                .enforcement())
        .containsOnlyKeys("Teleport");
  }

  @Test
  @DisplayName("facts 1.6 | properties.lifecycleOperationsEnforcement: from get-one only")
  void theListsPartOfTheRulingsCountsForNone() {
    server.answers(200, "environments-list.json");
    assertThat(api.environments()).hasSize(2).allMatch(one -> one.enforcement().isEmpty());
  }

  @Test
  @DisplayName("facts 1.6 | anything else is ignored, and anything may be missing")
  void whatIsMissingIsEmpty() {
    Environment bare = saying("'somethingNew':{'deep':[1,2,3]}");
    assertThat(bare.dataverse()).isEmpty();
    assertThat(bare.finOps()).isEqualTo(new FinOpsLink.None());
    assertThat(bare.managed()).isEmpty();
    assertThat(bare.customerKey()).isEmpty();
    assertThat(bare.networkPolicy()).isEmpty();
    assertThat(bare.retention()).isEmpty();
    assertThat(bare.managementState()).isEmpty();
    assertThat(bare.runtimeState()).isEmpty();
    assertThat(bare.capacities()).isEmpty();
    assertThat(bare.enforcement()).isEmpty();
    assertThat(bare.createdAt()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.6 | one odd part costs only itself, and rows without an id are counted")
  void oneOddPartCostsOnlyItself() {
    server.answers(200, "environments-with-odd-ones.json");
    ServiceList<Environment> environments = api.environments();
    assertThat(environments.unreadable()).isEqualTo(3);
    assertThat(environments)
        .extracting(Environment::displayName)
        .containsExactly(
            "Plain",
            "Shaped unlike any other",
            "In new words",
            "00000000-0000-0000-0000-000000000004");
    assertThat(environments)
        .extracting(Environment::odd)
        .containsExactly(false, false, false, true);
    Environment odd = environments.get(1);
    assertThat(odd.type()).isEqualTo(EnvironmentType.SANDBOX);
    assertThat(odd.finOps()).as("never taken for none").isEqualTo(new FinOpsLink.Unknown(""));
    assertThat(odd.unreadable())
        .containsExactlyInAnyOrder("properties.states", "properties.linkedAppMetadata");
    assertThat(environments.get(2).capacities()).containsExactly(new Capacity("Tape", 0));
  }

  @Test
  @DisplayName("facts 1.6 | an answer without an environment is none")
  void anAnswerWithoutAnEnvironmentIsNone() {
    server.answers(200, "environments-list.json");
    assertThat(failure(() -> api.environment(ID)).kind()).isEqualTo(Kind.GARBLED);
  }
}
