package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ManagementAppRegistration;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.testing.ScriptedServer.Asked;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts 1.1, the operations of BAP: method, path, version, expansion, filter, body and paging.
 *
 * <p>Elsewhere: {@link BapDeleteBackupWireTests}, {@link BapCopyWireTests}. Not used: reset,
 * retention, security group and change of type (other work than Holdfast's), and to register a
 * service principal or remove its registration (only a person may; Holdfast asks whether it is
 * registered and names the command). The alias {@code ~default} is not used either.
 */
@DisplayName("facts 1.1 | operations")
class Table11OperationsWireTests extends WireTest {

  private static final String ROOT = "/providers/Microsoft.BusinessAppPlatform";
  private static final String LIST = ROOT + "/scopes/admin/environments?api-version=2023-06-01";
  private static final String CLIENT = "11111111-2222-3333-4444-555555555555";
  private static final RestoreOrder RESTORE =
      new RestoreOrder("Default-" + CLIENT, ID, "Contoso Dev", NOW, true, Optional.empty());

  static Stream<Arguments> rows() {
    return Stream.of(
        row("list envs", "environments-list.json", AdminApi::environments, "GET " + LIST),
        row(
            "get env",
            "environment-managed-sandbox.json",
            api -> api.environment(ID),
            "GET %s/scopes/admin/environments/%s?api-version=2023-06-01&$expand=permissions,properties.capacity"
                .formatted(ROOT, ID)),
        row(
            "create backup",
            "backup-created.json",
            api -> api.createBackup(new BackupOrder(ID, "label", "notes")),
            "POST %s/environments/%s/backups?api-version=2019-05-01".formatted(ROOT, ID)),
        row(
            "list backups",
            "backups-list.synthetic.json",
            api -> api.backups(ID),
            "GET %s/environments/%s/backups?api-version=2019-05-01".formatted(ROOT, ID)),
        row(
            "restore, from the target",
            "backup-created.json",
            api -> api.restore(RESTORE),
            "POST %s/environments/%s/restoreTo?api-version=2019-05-01".formatted(ROOT, ID)),
        row(
            "list operations",
            "operations-list.json",
            api -> api.operations(ID),
            "GET %s/lifecycleOperations?api-version=2024-05-01&$filter=environment%%20eq%%20'%s'"
                .formatted(ROOT, ID)),
        row(
            "admin mode off",
            "backup-created.json",
            api -> api.setAdministrationMode(ID, AdministrationMode.OFF),
            "PATCH %s/scopes/admin/environments/%s?api-version=2021-04-01".formatted(ROOT, ID)),
        row(
            "retention",
            "backup-created.json",
            api -> api.setBackupRetention(ID, RetentionPeriod.FOUR_WEEKS),
            "PATCH %s/scopes/admin/environments/%s?api-version=2021-04-01".formatted(ROOT, ID)),
        row(
            "register service principal, GET",
            "registration.json",
            api -> api.registration(CLIENT),
            "GET %s/adminApplications/%s?api-version=2020-10-01".formatted(ROOT, CLIENT)));
  }

  private static Arguments row(String name, String file, Consumer<AdminApi> call, String line) {
    return argumentSet(name, file, call, line);
  }

  @ParameterizedTest(name = "facts 1.1 | {argumentSetName}")
  @MethodSource("rows")
  void asksAsTheCmdletsDo(String file, Consumer<AdminApi> call, String line) {
    server.answers(200, file);
    call.accept(api);
    assertThat(server.asked()).hasSize(1);
    Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target()).isEqualTo(line);
    assertThat(asked.header("Authorization")).isEqualTo("Bearer test");
    assertThat(asked.header("Accept")).isEqualTo("application/json");
    if (asked.method().equals("GET")) {
      assertThat(asked.body()).isEmpty();
    } else {
      assertThat(asked.header("Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  @DisplayName("facts 1.1 | operation status: GET the address of the response header as it is")
  void theStateIsReadWhereTheServiceSays() {
    server.answers(200, "operation-succeeded.json");
    String path = ROOT + "/lifecycleOperations/1?api-version=2019-05-01&x=%20y";
    api.poll(new OperationLocator(ID, server.base().resolve(path)));
    assertThat(server.asked().get(0).method()).isEqualTo("GET");
    assertThat(server.asked().get(0).target()).isEqualTo(path);
    assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Bearer test");
  }

  @Test
  @DisplayName("facts 1.1 | admin mode off: Enabled, with background operations")
  void administrationModeIsLeftWithBackgroundOperations() {
    server.answers(202, Map.of("Location", "/operations/1"));
    assertThat(api.setAdministrationMode(ID, AdministrationMode.OFF).operation()).isPresent();
    assertThat(server.asked().get(0).body()).isEqualTo(server.file("runtime-state-enabled.json"));
  }

  @ParameterizedTest(name = "facts 1.1 | admin mode: {0}")
  @CsvSource({
    "ON, runtime-state-admin-mode.json",
    "ON_WITHOUT_BACKGROUND_OPERATIONS, runtime-state-admin-mode-without-background.json"
  })
  void administrationModeIsTurnedOnWithBackgroundOperationsOrWithout(
      AdministrationMode mode, String file) {
    server.answers(202, Map.of("Location", "/operations/1"));
    assertThat(api.setAdministrationMode(ID, mode).operation()).isPresent();
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().get(0).method()).isEqualTo("PATCH");
    assertThat(server.asked().get(0).body()).isEqualTo(server.file(file));
  }

  /** The service would answer an empty id with the list of all. */
  @ParameterizedTest(name = "facts 1.1 | get env: never by \"{0}\"")
  @ValueSource(strings = {"", " ", "../x", "a/b", "~default", "a?b", "é"})
  void anEnvironmentIsNeverAskedForByWhatIsNoId(String id) {
    assertThat(failure(() -> api.environment(id)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.1 | register service principal, GET: 200 names the application")
  void aServicePrincipalIsRegistered() {
    server.answers(200, "registration.json");
    assertThat(api.registration(CLIENT)).contains(new ManagementAppRegistration(CLIENT, true));
  }

  @ParameterizedTest(name = "facts 1.1 | register service principal, GET: {0} {1}")
  @MethodSource("notRegistered")
  void aServicePrincipalIsNotRegistered(int status, String file) {
    server.answers(status, file);
    assertThat(api.registration(CLIENT)).contains(new ManagementAppRegistration(CLIENT, false));
  }

  static Stream<Arguments> notRegistered() {
    return Stream.of(
        Arguments.of(403, "error-403-not-registered.json"),
        Arguments.of(404, "error-404-EnvironmentNotFound.json"));
  }

  @Test
  @DisplayName("facts 1.1 | register service principal, GET: another answer settles nothing")
  void whetherItIsRegisteredMayStayOpen() {
    server.answers(403, "error-403-Forbidden.json").answers(200, "backup-created.json");
    assertThat(failure(() -> api.registration(CLIENT)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure(() -> api.registration(CLIENT)).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  @DisplayName("facts 1.1 | paging: nextLink is followed as it is")
  void followsTheLinkToTheNextPage() {
    firstPageLinkingTo(server.base() + LIST + "&$skiptoken=2");
    server.answers(200, "environments-page-2.json");
    assertThat(api.environments())
        .extracting(Environment::displayName)
        .containsExactly("First", "Second");
    assertThat(server.asked().get(1).target()).isEqualTo(LIST + "&$skiptoken=2");
    assertThat(server.asked().get(1).header("Authorization")).isEqualTo("Bearer test");
  }

  @Test
  @DisplayName("facts 1.1 | paging: 2,000 environments and more, over many pages")
  void readsThousandsOverManyPages() {
    int pages = 21;
    for (int page = 1; page <= pages; page++) {
      String next = page == pages ? "" : server.base() + LIST + "&page=" + (page + 1);
      server.answers(200, Map.of(), ManyEnvironments.page(page, 100, next));
    }
    assertThat(api.environments())
        .hasSize(2_100)
        .extracting(Environment::id)
        .doesNotHaveDuplicates();
    assertThat(server.asked()).hasSize(pages);
  }

  @ParameterizedTest(name = "facts 1.1 | paging: no token to {0}, and no half list")
  @ValueSource(
      strings = {
        "https://evil.example/next",
        "http://api.bap.microsoft.com/next",
        "https://api.bap.microsoft.com.evil.example/next",
        "https://user@api.bap.microsoft.com/next",
        "http://127.0.0.1:1/next"
      })
  void sendsNoTokenToAStrangeHostAndGivesNoHalfList(String strange) {
    firstPageLinkingTo(strange);
    AdminApiException e = failure(api::environments);
    assertThat(e.kind()).isEqualTo(Kind.GARBLED);
    assertThat(e).hasMessageContaining("not a host that Holdfast may send its token to");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  @DisplayName("facts 1.1 | paging: not in circles")
  void doesNotGoRoundInCircles() {
    firstPageLinkingTo(server.base() + LIST);
    firstPageLinkingTo(server.base() + LIST);
    assertThat(failure(api::environments)).hasMessageContaining("circle");
  }

  @Test
  @DisplayName("facts 1.1 | paging: a page that cannot be had fails the whole")
  void givesNoHalfListWhenAPageFails() {
    firstPageLinkingTo(server.base() + "/next");
    server.answers(403, "error-403-Forbidden.json");
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  private void firstPageLinkingTo(String next) {
    String page = new String(server.file("environments-page-1.json"), StandardCharsets.UTF_8);
    server.answers(200, Map.of(), page.replace("@NEXT@", next).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("facts 1.1 | list: an empty one is an answer")
  void anEmptyListIsAnAnswer() {
    server.answers(200, Map.of(), "{\"value\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(api.environments()).isEmpty();
  }

  @ParameterizedTest(name = "facts 1.1 | list: {0} is none")
  @ValueSource(strings = {"{}", "[]", "{\"value\":7}", "<html>", "{\"value\":[", ""})
  void anythingButAListIsNone(String body) {
    server.answers(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.GARBLED);
  }
}
