package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a change of administration mode. */
@Component
class AdminModeOrderReader implements OrderReader {

  private static final String TARGET = "target";
  private static final String MODE = "administrationMode";
  private static final String BACKGROUND = "backgroundOperations";

  private final AdminModeCheck checks;

  AdminModeOrderReader(AdminModeCheck checks) {
    this.checks = checks;
  }

  @Override
  public String kind() {
    return AdminModeSpec.KIND;
  }

  @Override
  public Map<String, FieldType> fields() {
    return Map.of(
        TARGET,
        FieldType.ENVIRONMENT,
        MODE,
        FieldType.FLAG,
        BACKGROUND,
        FieldType.FLAG,
        AdminModeInput.REASON,
        FieldType.TEXT,
        TICKET,
        FieldType.TEXT);
  }

  @Override
  public Map<String, Message> errors(Map<String, String> order) {
    Map<String, Message> errors = new LinkedHashMap<>(AdminModeInput.errors(asForm(order)));
    Message noEnvironment = errors.remove(AdminModeInput.SOURCE);
    if (noEnvironment != null) {
      errors.put(TARGET, noEnvironment);
    }
    errors.remove(AdminModeInput.MODE);
    if (!order.containsKey(MODE)) {
      errors.put(MODE, Message.of("adminModeOrder.missing"));
    } else if (!is(order, MODE) && !runsBackground(order)) {
      errors.put(BACKGROUND, Message.of("adminModeOrder.onlyInMode"));
    }
    return errors;
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    return checks.check(order.get(TARGET), mode(order));
  }

  private static Map<String, String> asForm(Map<String, String> order) {
    return Map.of(
        AdminModeInput.SOURCE,
        order.getOrDefault(TARGET, ""),
        AdminModeInput.REASON,
        order.getOrDefault(AdminModeInput.REASON, ""));
  }

  private static AdministrationMode mode(Map<String, String> order) {
    if (!is(order, MODE)) {
      return AdministrationMode.OFF;
    }
    return runsBackground(order)
        ? AdministrationMode.ON
        : AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS;
  }

  private static boolean runsBackground(Map<String, String> order) {
    return !order.containsKey(BACKGROUND) || is(order, BACKGROUND);
  }

  private static boolean is(Map<String, String> order, String field) {
    return order.getOrDefault(field, "").equals("true");
  }
}
