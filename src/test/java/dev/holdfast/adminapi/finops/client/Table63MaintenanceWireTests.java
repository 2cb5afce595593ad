package dev.holdfast.adminapi.finops.client;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 6.3, one row a test. It's never changed. */
@DisplayName("facts 6.3 | finopsadminsettings")
class Table63MaintenanceWireTests extends WireTest {

  private Set<DayOfWeek> days(String days) {
    answers(
        200,
        "{'maintenanceWindowCadence':'EveryUpdate','maintenanceWindowDaysOfWeek':%s}"
            .formatted(days));
    return api.maintenance(ID).known().orElseThrow().days();
  }

  @Test
  @DisplayName("facts 6.3 | GET finopsadminsettings, read whole")
  void isReadWhole() {
    server.answers(200, "ppapi/finops-adminsettings.synthetic.json");
    assertThat(api.maintenance(ID).known())
        .contains(new FinOpsMaintenance("EveryOtherUpdate", Set.of(SATURDAY, SUNDAY)));
    onlyAsked("finopsadminsettings?api-version=2024-10-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EveryUpdate", "EveryOtherUpdate", "Regulated", "Never"})
  @DisplayName("facts 6.3 | maintenanceWindowCadence: every word as it came")
  void cadence(String word) {
    answers(200, "{'maintenanceWindowCadence':'%s'}".formatted(word));
    assertThat(api.maintenance(ID).known()).contains(new FinOpsMaintenance(word, Set.of()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("facts 6.3 | maintenanceWindowDaysOfWeek: every day, in any case")
  void eachDay(DayOfWeek day) {
    String name = day.name().charAt(0) + day.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    assertThat(days("['%s']".formatted(name))).containsExactly(day);
    assertThat(days("['%s']".formatted(day.name()))).containsExactly(day);
    assertThat(days("'%s'".formatted(name))).containsExactly(day);
  }

  @Test
  @DisplayName("facts 6.3 | days that can't be read cost nothing else")
  void oddDays() {
    assertThat(days("['Saturday','Someday',7,null,{},['x'],'Saturday, Sunday']"))
        .containsExactlyInAnyOrder(SATURDAY, SUNDAY);
    assertThat(days("{}")).isEmpty();
    assertThat(days("7")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{'maintenanceWindowDaysOfWeek':['Someday']}", ""})
  @DisplayName("facts 6.3 | neither cadence nor days is no answer")
  void unreadable(String body) {
    answers(200, body);
    assertNone(api.maintenance(ID), Reason.UNREADABLE);
  }

  @Test
  @DisplayName("facts 6.3 | an environment of LCS: an error is expected")
  void lifecycleServices() {
    answers(400, "{'error':{'code':'NotSupported','message':'Not managed here.'}}");
    assertNone(api.maintenance(ID), Reason.UNREADABLE, "400 NotSupported, \"Not managed here.\"");
  }
}
