package dev.holdfast.operation.restore;

import dev.holdfast.bot.time.FormZone;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartInput;
import dev.holdfast.support.WireRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a person put into the restore form, as typed: nothing in it is checked. Texts are empty when
 * nothing was put in. Drafts are stored with it.
 *
 * @param pointKind {@code backup} or {@code instant}
 * @param backup the id of a manual backup
 * @param date {@code yyyy-MM-dd} in {@code zone}
 * @param time {@code HH:mm} in {@code zone}
 * @param zone in any spelling; empty means the person's own
 * @param securityGroup the object id of an Entra security group
 * @param safetyBackup whether the target shall be backed up first, where that is for them to say
 * @param ticket the change ticket that has to allow it
 * @param start words for the time at which it's to start; empty for as soon as possible
 * @param grace how long it may still start after that
 */
@WireRecord
public record RestoreFormInput(
    String source,
    String pointKind,
    String backup,
    String date,
    String time,
    String zone,
    String target,
    String targetName,
    String securityGroup,
    boolean skipAuditData,
    boolean safetyBackup,
    String reason,
    String ticket,
    String start,
    String grace) {

  public static final String BACKUP = "backup";
  public static final String INSTANT = "instant";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public RestoreFormInput {
    // Older drafts have none of these.
    ticket = Objects.requireNonNullElse(ticket, "");
    start = Objects.requireNonNullElse(start, "");
    grace = Objects.requireNonNullElse(grace, "");
    securityGroup = Objects.requireNonNullElse(securityGroup, "");
    zone = Objects.requireNonNullElse(zone, "");
  }

  /**
   * Audit data are left out unless somebody asks for them, as the admin center does; the safety
   * backup is taken unless somebody does without.
   */
  public static RestoreFormInput of(Map<String, String> data) {
    return new RestoreFormInput(
        text(data, "source"),
        text(data, "pointKind"),
        text(data, "backup"),
        text(data, "date"),
        text(data, "time"),
        text(data, "zone"),
        text(data, "target"),
        text(data, "targetName"),
        text(data, "securityGroup"),
        !text(data, "skipAuditData").equals("false"),
        !text(data, "safetyBackup").equals("false"),
        text(data, "reason"),
        text(data, "ticket"),
        text(data, StartForm.ID),
        text(data, StartForm.GRACE));
  }

  /** A form with its two environments chosen and nothing else. */
  public static RestoreFormInput between(String source, String target) {
    return of(Map.of("source", source, "target", target));
  }

  public RestoreFormInput fromBackup(String id) {
    return with("pointKind", BACKUP).with("backup", id);
  }

  /** To the minute, in a zone that the form then shows. */
  public RestoreFormInput fromInstant(Instant instant, ZoneId own) {
    ZoneId zone = FormZone.withoutDoubt(instant, own);
    LocalDateTime there = LocalDateTime.ofInstant(instant, zone);
    return with("pointKind", INSTANT)
        .with("date", there.toLocalDate().toString())
        .with("time", TIME.format(there))
        .with("zone", zone.getId());
  }

  public RestoreFormInput withTargetName(String name) {
    return with("targetName", name);
  }

  public RestoreFormInput withSecurityGroup(String id) {
    return with("securityGroup", id);
  }

  public RestoreFormInput withoutAuditData(boolean skipped) {
    return with("skipAuditData", String.valueOf(skipped));
  }

  public RestoreFormInput withSafetyBackup(boolean taken) {
    return with("safetyBackup", String.valueOf(taken));
  }

  public RestoreFormInput because(String why) {
    return with("reason", why);
  }

  private RestoreFormInput with(String field, String value) {
    Map<String, String> data = toData();
    data.put(field, value);
    return of(data);
  }

  Map<String, String> toData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("source", source);
    data.put("pointKind", pointKind);
    data.put("backup", backup);
    data.put("date", date);
    data.put("time", time);
    data.put("zone", zone);
    data.put("target", target);
    data.put("targetName", targetName);
    data.put("securityGroup", securityGroup);
    data.put("skipAuditData", String.valueOf(skipAuditData));
    data.put("safetyBackup", String.valueOf(safetyBackup));
    data.put("reason", reason);
    data.put("ticket", ticket);
    data.put(StartForm.ID, start);
    data.put(StartForm.GRACE, grace);
    return data;
  }

  StartInput startInput() {
    return new StartInput(start, grace, zone);
  }

  boolean choosesBackup() {
    return pointKind.equals(BACKUP);
  }

  private static String text(Map<String, String> data, String key) {
    return data.getOrDefault(key, "").strip();
  }
}
