package dev.holdfast.operation;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.start.StartForm;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what a program asks for: the same that a form of one type of operation asks for, checked in
 * the same way.
 */
public interface OrderReader {

  /** The name of the target as a confirmation; where something is overwritten. */
  String CONFIRM = "confirm";

  /** Whether amber findings are accepted unseen; where something is overwritten. */
  String ACCEPT_WARNINGS = "acceptWarnings";

  /** The change ticket that has to allow it; where the policy or the requester wants one. */
  String TICKET = TicketForm.ID;

  /** When it's to start; for as soon as possible it's left out. */
  String START = StartForm.ID;

  /** The type of operation. */
  String kind();

  /** All fields by name; there are no others. */
  Map<String, FieldType> fields();

  /** The fields of a type that overwrites an environment: those that each has, and its own. */
  static Map<String, FieldType> overwriting(Map<String, FieldType> own) {
    Map<String, FieldType> fields =
        new HashMap<>(
            Map.of(
                "source",
                FieldType.ENVIRONMENT,
                "target",
                FieldType.ENVIRONMENT,
                "targetName",
                FieldType.TEXT,
                "securityGroup",
                FieldType.TEXT,
                "skipAuditData",
                FieldType.FLAG,
                "safetyBackup",
                FieldType.FLAG,
                "reason",
                FieldType.TEXT,
                TICKET,
                FieldType.TEXT,
                CONFIRM,
                FieldType.TEXT,
                ACCEPT_WARNINGS,
                FieldType.FLAG));
    fields.put(START, FieldType.START);
    fields.putAll(own);
    return Map.copyOf(fields);
  }

  /** What is wrong with the fields themselves, by name. Reads nothing. */
  Map<String, Message> errors(Map<String, String> order);

  /**
   * Reads the environments afresh and has them checked.
   *
   * @throws dev.holdfast.adminapi.AdminApiException when something can't be read
   */
  CheckedOrder check(Map<String, String> order, ChatUser who);
}
