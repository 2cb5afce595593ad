package dev.holdfast.chat.freeze;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The environment that somebody wants to freeze or unfreeze, as typed. */
@Component
class FrozenEnvironments {

  private static final int NAMED = 5;

  private final EnvironmentResolver environments;
  private final FreezeService freezes;
  private final PermissionEvaluator permissions;

  FrozenEnvironments(
      EnvironmentResolver environments, FreezeService freezes, PermissionEvaluator permissions) {
    this.environments = environments;
    this.freezes = freezes;
    this.permissions = permissions;
  }

  /** Whether they are found without a call of the admin API. */
  boolean areReady() {
    return environments.isReady();
  }

  /**
   * Replies for the environment of that name, or says that it isn't clear which is meant.
   *
   * @param text empty for everything
   */
  Reply with(Optional<String> text, ChatUser who, Function<Optional<EnvironmentRef>, Reply> reply) {
    if (text.isEmpty()) {
      return reply.apply(Optional.empty());
    }
    NameLookup lookup = environments.find(text.get(), who);
    return lookup instanceof NameLookup.One one
        ? reply.apply(Optional.of(EnvironmentViewMapper.name(one.subject())))
        : Reply.forAskerAlone(who.texts().of(unclear(text.get(), lookup)));
  }

  private static Message unclear(String text, NameLookup lookup) {
    List<EnvironmentProfile> meant =
        lookup instanceof NameLookup.Several several
            ? several.candidates()
            : ((NameLookup.None) lookup).nearest();
    String names =
        meant.stream()
            .limit(NAMED)
            .map(one -> "%s (%s)".formatted(one.name(), one.id()))
            .collect(Collectors.joining(", "));
    return meant.isEmpty()
        ? Message.of("freeze.environment.none", "text", text)
        : Message.of("freeze.environment.several", "text", text, "environments", names);
  }

  /**
   * Refuses, and writes down who tried.
   *
   * @param typed the environment as typed; empty for everything
   * @param environment empty for everything, or where it isn't known yet
   */
  Reply refuse(
      CommandName command,
      Optional<String> typed,
      Optional<EnvironmentRef> environment,
      ChatUser who) {
    String what =
        environment
            .map(one -> "%s (%s)".formatted(one.displayName(), one.id()))
            .or(() -> typed)
            .orElse("everything");
    freezes.refused(who.person(), command.name() + " " + what);
    return Reply.forAskerAlone(
        who.texts()
            .of(
                permissions
                    .groups()
                    .unreadableFreezers(environment)
                    .orElseGet(() -> notForYou(environment))));
  }

  private static Message notForYou(Optional<EnvironmentRef> environment) {
    return environment
        .map(one -> Message.of("freeze.notForYou.environment", "environment", one.displayName()))
        .orElseGet(() -> Message.of("freeze.notForYou"));
  }
}
