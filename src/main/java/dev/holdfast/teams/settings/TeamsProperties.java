package dev.holdfast.teams.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bot's own registration, and what it takes and sends.
 *
 * @param appId the bot's application id, the audience of the tokens that Teams sends
 * @param tenantId the tenant in which the bot opens conversations, where none is known from what
 *     Teams sent
 * @param allowedTenants the tenants whose people are listened to; that of {@code tenantId} when not
 *     set
 * @param cloud the cloud whose Teams speaks to the bot
 * @param bodyLimit the largest activity that is read; Teams sends at most 100 KB
 * @param targetedMessages whether help, refusals and the like are shown in channels and group chats
 *     to the person alone whom they answer. Only the public cloud has such messages; they are a
 *     preview there, clients too old for them show nothing, and they are gone after a day (facts
 *     B7). Where this is off or Teams refuses, everybody sees the answer
 * @param limits how much one conversation and one person may send, and how much Holdfast sends
 */
@Validated
@ConfigurationProperties("holdfast.teams")
public record TeamsProperties(
    @Nullable String appId,
    @Nullable String tenantId,
    List<@NotBlank String> allowedTenants,
    @DefaultValue("public") @NotNull TeamsCloud cloud,
    @DefaultValue("256KB") @NotNull DataSize bodyLimit,
    @DefaultValue("false") boolean targetedMessages,
    @DefaultValue @NotNull @Valid Limits limits) {

  private static final int LARGEST_BODY_MB = 100;

  public TeamsProperties {
    if (allowedTenants == null) {
      allowedTenants = tenantId == null ? List.of() : List.of(tenantId);
    }
  }

  /**
   * How many activities are taken and sent.
   *
   * @param perConversation taken a minute from one conversation, refreshes of cards by all its
   *     members included
   * @param perSender taken a minute from one person
   * @param messagesPerSender answered a minute of what one person writes; the next one is answered
   *     with why, and further ones not at all
   * @param searchesPerSender answered a minute for one person who types into a field with choices;
   *     they are counted apart, so that nobody is locked out by typing
   * @param sendsPerSecond sent a second over all conversations; Teams' limit for an app in a tenant
   * @param turnsAtOnce turns that run at the same time; they share the database connections
   * @param turnsWaiting turns that wait for their place; any more are answered with "busy"
   */
  public record Limits(
      @DefaultValue("600") @Min(1) int perConversation,
      @DefaultValue("120") @Min(1) int perSender,
      @DefaultValue("60") @Min(1) int messagesPerSender,
      @DefaultValue("600") @Min(1) int searchesPerSender,
      @DefaultValue("50") @Min(2) int sendsPerSecond,
      @DefaultValue("48") @Min(1) int turnsAtOnce,
      @DefaultValue("2000") @Min(1) int turnsWaiting) {}

  /** It is read into memory at once; Teams sends at most 100 KB. */
  @AssertTrue(message = "must be between 1KB and 100MB")
  boolean isBodyLimitUsable() {
    return bodyLimit == null
        || bodyLimit.toKilobytes() >= 1 && bodyLimit.toMegabytes() <= LARGEST_BODY_MB;
  }
}
