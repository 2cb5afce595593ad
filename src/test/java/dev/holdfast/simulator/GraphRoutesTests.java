package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The groups of the demo's people. */
class GraphRoutesTests {

  private static final String GROUP = "00000000-0000-0000-0000-0000000000a1";
  private static final String MEGAN = "00000000-0000-0000-0000-000000000021";

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private HttpResponse<String> get(String path) {
    return tenant.send(
        HttpRequest.newBuilder(tenant.base().resolve(path)).header("Authorization", "Bearer x"));
  }

  private HttpResponse<String> members(String group) {
    return get("/v1.0/groups/" + group + "/transitiveMembers/microsoft.graph.user?$select=id");
  }

  @Test
  void listsMembersUntilOthersAreSet() {
    assertThat(members(GROUP).body()).contains(MEGAN).contains("Member");
    assertThat(members("other").statusCode()).isEqualTo(404);
    String alex = "00000000-0000-0000-0000-000000000020";
    tenant.send(
        HttpRequest.newBuilder(tenant.base().resolve("/simulator/groups"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"group\":\"%s\",\"members\":[\"%s\"]}".formatted(GROUP, alex))));
    assertThat(members(GROUP).body()).contains(alex).doesNotContain(MEGAN);
  }

  @Test
  void saysThatEverybodyCanSignIn() {
    assertThat(get("/v1.0/users?$select=id&$filter=id+in+('" + MEGAN + "')").body())
        .contains(MEGAN)
        .contains("true");
  }
}
