package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartInput;
import dev.holdfast.support.WireRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person put into the copy form, as typed: nothing in it is checked. Texts are empty when
 * nothing was put in. Drafts store it.
 *
 * @param type {@code full}, {@code minimal}, or {@code without-transactions}
 * @param securityGroup the object id of an Entra security group
 * @param safetyBackup whether the target shall be backed up first, where that is for them to say
 * @param ticket the change ticket that has to allow it
 * @param start words for the time at which it's to start; empty for as soon as possible
 * @param grace how long it may still start after that
 * @param repeat words for how often; empty for once
 * @param series the ID of the series that is to be changed; empty for none
 */
@WireRecord
public record CopyFormInput(
    String source,
    String type,
    String target,
    String targetName,
    String securityGroup,
    boolean skipAuditData,
    boolean safetyBackup,
    String reason,
    String ticket,
    String start,
    String grace,
    String repeat,
    String series) {

  public CopyFormInput {
    // Older drafts have none of these.
    ticket = Objects.requireNonNullElse(ticket, "");
    start = Objects.requireNonNullElse(start, "");
    grace = Objects.requireNonNullElse(grace, "");
    repeat = Objects.requireNonNullElse(repeat, "");
    series = Objects.requireNonNullElse(series, "");
  }

  /**
   * Audit data are left out unless somebody asks for them, as the admin center does; the safety
   * backup is taken unless somebody does without.
   */
  public static CopyFormInput of(Map<String, String> data) {
    return new CopyFormInput(
        text(data, "source"),
        text(data, "type"),
        text(data, "target"),
        text(data, "targetName"),
        text(data, "securityGroup"),
        !text(data, "skipAuditData").equals("false"),
        !text(data, "safetyBackup").equals("false"),
        text(data, "reason"),
        text(data, "ticket"),
        text(data, StartForm.ID),
        text(data, StartForm.GRACE),
        text(data, RepeatForm.ID),
        text(data, RepeatForm.CHANGES));
  }

  /** The form of what a request asked for. */
  static CopyFormInput of(CopySpec spec, String reason) {
    return new CopyFormInput(
        spec.source().id(),
        word(spec.type()),
        spec.target().id(),
        spec.newName().orElse(""),
        spec.securityGroupId().orElse(""),
        spec.skipAuditData(),
        spec.safetyBackup(),
        reason,
        "",
        "",
        "",
        "",
        "");
  }

  Map<String, String> toData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("source", source);
    data.put("type", type);
    data.put("target", target);
    data.put("targetName", targetName);
    data.put("securityGroup", securityGroup);
    data.put("skipAuditData", String.valueOf(skipAuditData));
    data.put("safetyBackup", String.valueOf(safetyBackup));
    data.put("reason", reason);
    data.put("ticket", ticket);
    data.put(StartForm.ID, start);
    data.put(StartForm.GRACE, grace);
    data.put(RepeatForm.ID, repeat);
    data.put(RepeatForm.CHANGES, series);
    return data;
  }

  StartInput startInput() {
    return new StartInput(start, grace, "");
  }

  /** Empty when none was chosen. */
  Optional<CopyType> copyType() {
    return Arrays.stream(CopyType.values()).filter(one -> word(one).equals(type)).findFirst();
  }

  /** As the form and the command have it. */
  static String word(CopyType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Map<String, String> data, String key) {
    return data.getOrDefault(key, "").strip();
  }
}
