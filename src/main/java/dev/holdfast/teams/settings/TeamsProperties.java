package dev.holdfast.teams.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The bot's own registration and its lines to Teams. What is not set is that of the cloud.
 *
 * @param appId the bot's application id, the audience of the tokens that Teams sends
 * @param tenantId the tenant in which the bot opens conversations, where none is known from what
 *     Teams sent
 * @param allowedTenants the tenants whose people are listened to; that of {@code tenantId} when not
 *     set
 * @param cloud the cloud whose Teams speaks to the bot
 * @param openidMetadataUrl the document that leads to the keys of this cloud's Bot Framework
 * @param issuer who signs this cloud's tokens
 * @param serviceHosts the hosts that may be a service URL. Whatever is not listed is neither
 *     listened to nor called, because a bearer token goes along with each call. Plain http is
 *     accepted from loopback only
 * @param serviceUrl where to call before anybody has spoken to the bot
 * @param connectTimeout for one call to the connector
 * @param readTimeout for one call to the connector; a click must be answered within ten seconds,
 *     the update of its card included
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
    URI openidMetadataUrl,
    @NotBlank String issuer,
    @NotEmpty(message = "must be set: no service host of this cloud is known")
        List<@NotBlank String> serviceHosts,
    @Nullable URI serviceUrl,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("6s") @NotNull @DurationMin(millis = 1) Duration readTimeout,
    @DefaultValue("256KB") @NotNull DataSize bodyLimit,
    @DefaultValue("false") boolean targetedMessages,
    @DefaultValue @NotNull @Valid Limits limits) {

  private static final int LARGEST_BODY_MB = 100;

  public TeamsProperties {
    allowedTenants = orElse(allowedTenants, tenantId == null ? List.of() : List.of(tenantId));
    openidMetadataUrl = orElse(openidMetadataUrl, cloud.metadata());
    issuer = orElse(issuer, cloud.issuer());
    serviceHosts = orElse(serviceHosts, cloud.serviceHosts());
  }

  private static <T> T orElse(@Nullable T set, T ofTheCloud) {
    return set != null ? set : ofTheCloud;
  }

  /**
   * How many activities are taken and sent.
   *
   * @param perConversation taken a minute from one conversation, refreshes of cards by all its
   *     members included
   * @param perSender taken a minute from one person
   * @param searchesPerSender answered a minute for one person who types into a field with choices;
   *     they are counted apart, so that nobody is locked out by typing
   * @param sendsPerSecond sent a second over all conversations; Teams' limit for an app in a tenant
   * @param turnsAtOnce turns that run at the same time; they share the database connections
   * @param turnsWaiting turns that wait for their place; any more are answered with "busy"
   */
  public record Limits(
      @DefaultValue("600") @Min(1) int perConversation,
      @DefaultValue("120") @Min(1) int perSender,
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

  /** Whoever could change the keys on their way could sign what they like. */
  @AssertTrue(message = "must be https, or http on loopback")
  boolean isOpenidMetadataUrlSafe() {
    return "https".equals(openidMetadataUrl.getScheme())
        || "http".equals(openidMetadataUrl.getScheme())
            && AllowedServiceHosts.isLoopback(String.valueOf(openidMetadataUrl.getHost()));
  }
}
