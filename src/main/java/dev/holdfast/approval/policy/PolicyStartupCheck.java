package dev.holdfast.approval.policy;

import dev.holdfast.approval.policy.PolicyProperties.Rule;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether each rule of the policy names people as Microsoft Entra ID knows them, and enough of
 * them. A rule that names nobody protects nothing, or lets nobody work.
 */
@Component
class PolicyStartupCheck implements StartupCheck {

  private static final String FILE = "holdfast.policy.file";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      List<Rule> rules =
          Binder.get(environment).bindOrCreate("holdfast", PolicyProperties.class).policy();
      boolean file = environment.containsProperty(FILE);
      if (rules.isEmpty() == file) {
        return problems(rules);
      }
      return List.of(
          file
              ? new SettingProblem(
                  FILE,
                  "there are rules in holdfast.policy[n] too",
                  "Move them to the file, or remove the setting.")
              : new SettingProblem(
                  FILE,
                  "there is no policy",
                  "Set it to a policy file; deploy/policy has examples."));
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  static List<SettingProblem> problems(List<Rule> rules) {
    return IntStream.range(0, rules.size())
        .boxed()
        .flatMap(i -> problems("holdfast.policy[%d].".formatted(i), rules.get(i)))
        .toList();
  }

  private static Stream<SettingProblem> problems(String rule, Rule given) {
    Predicate<String> person = id -> People.OBJECT_ID.matcher(id).matches();
    return Stream.of(
            names(rule + "approvers", orEmpty(given.approvers()), person),
            names(
                rule + "requesters",
                orEmpty(given.requesters()),
                person.or("*"::equals).or(id -> People.APPLICATION_ID.matcher(id).matches())),
            blank(rule + "environments", orEmpty(given.environments())),
            approvals(rule, given))
        .flatMap(each -> each);
  }

  private static Stream<SettingProblem> names(
      String list, List<String> ids, Predicate<String> fits) {
    return IntStream.range(0, ids.size())
        .filter(i -> !fits.test(ids.get(i)))
        .mapToObj(
            i ->
                new SettingProblem(
                    "%s[%d]".formatted(list, i),
                    "“%s” isn't an object ID".formatted(ids.get(i)),
                    "Enter the person's object ID from Microsoft Entra ID:"
                        + " az ad user show --query id --id NAME"));
  }

  private static Stream<SettingProblem> blank(String list, List<String> patterns) {
    return IntStream.range(0, patterns.size())
        .filter(i -> patterns.get(i).isBlank())
        .mapToObj(i -> new SettingProblem("%s[%d]".formatted(list, i), "is empty", ""));
  }

  private static Stream<SettingProblem> approvals(String rule, Rule given) {
    long approvers =
        orEmpty(given.approvers()).stream()
            .map(id -> id.toLowerCase(Locale.ROOT))
            .distinct()
            .count();
    return approvers == 0 || approvers >= given.approvals()
        ? Stream.empty()
        : Stream.of(
            new SettingProblem(
                rule + "approvals",
                "%d approvals are required, but there are only %d approver(s)"
                    .formatted(given.approvals(), approvers),
                "Name more in %sapprovers, or require fewer.".formatted(rule)));
  }

  private static List<String> orEmpty(@org.jspecify.annotations.Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
