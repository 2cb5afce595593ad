package dev.holdfast.ticket;

import dev.holdfast.settings.SecureAddress;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import dev.holdfast.ticket.TicketProperties.Credential;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether tickets can be checked by what the settings say. */
@Component
class TicketStartupCheck implements StartupCheck {

  private static final String TICKETS = "holdfast.tickets.";
  private static final String CREDENTIAL = TICKETS + "credential.";

  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_]{1,60}");

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      return problems(
          Binder.get(environment).bindOrCreate("holdfast.tickets", TicketProperties.class));
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  static List<SettingProblem> problems(TicketProperties tickets) {
    List<SettingProblem> problems = new ArrayList<>();
    if (tickets.kind().isEmpty()) {
      if (tickets.url().isPresent() || tickets.credential().isGiven()) {
        problems.add(
            problem("kind", "isn't set, and other settings are", "Set servicenow, jira, or http."));
      }
      return problems;
    }
    if (tickets.url().isEmpty()) {
      problems.add(problem("url", "isn't set", "Say where the ticket system is."));
    }
    tickets.url().ifPresent(url -> addProblems(TICKETS + "url", url, problems));
    tickets
        .credential()
        .tokenUrl()
        .ifPresent(url -> addProblems(CREDENTIAL + "token-url", url, problems));
    tickets.pattern().ifPresent(pattern -> addProblems(pattern, problems));
    addProblems(tickets.credential(), tickets.kind().get(), problems);
    if (tickets.kind().get() == TicketKind.JIRA) {
      addProblems(tickets.jira(), problems);
    }
    return problems;
  }

  private static void addProblems(String setting, URI url, List<SettingProblem> problems) {
    if (!SecureAddress.isHttpsOrLocal(url)) {
      problems.add(
          new SettingProblem(
              setting, "isn't an https address", "Only this machine may be called by http."));
    } else if (url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      problems.add(
          new SettingProblem(
              setting, "holds more than a host and a path", "Leave out what isn't one."));
    }
  }

  private static void addProblems(String pattern, List<SettingProblem> problems) {
    try {
      if (Pattern.compile(pattern).matcher("").matches()) {
        problems.add(problem("pattern", "matches what is empty", "Describe a whole ticket."));
      }
    } catch (PatternSyntaxException e) {
      problems.add(problem("pattern", "isn't a regular expression", e.getDescription() + "."));
    }
  }

  private static void addProblems(
      Credential credential, TicketKind kind, List<SettingProblem> problems) {
    if (credential.secret().isPresent() && credential.secretFile().isPresent()) {
      problems.add(
          new SettingProblem(
              CREDENTIAL + "secret", "a file is set too", "Set one of the two, not both."));
    }
    if (credential.user().isPresent() && credential.clientId().isPresent()) {
      problems.add(
          new SettingProblem(
              CREDENTIAL + "user", "client-id is set too", "Set one of the two, not both."));
    }
    boolean named = credential.user().isPresent() || credential.clientId().isPresent();
    if (!credential.isGiven() && (named || kind != TicketKind.HTTP)) {
      problems.add(
          new SettingProblem(CREDENTIAL + "secret-file", "isn't set", "Holdfast has to sign in."));
    }
    if (credential.clientId().isPresent()
        && credential.tokenUrl().isEmpty()
        && kind != TicketKind.SERVICENOW) {
      problems.add(
          new SettingProblem(
              CREDENTIAL + "token-url", "isn't set", "Say where OAuth's tokens are."));
    }
    credential
        .secretFile()
        .map(Path::of)
        .filter(file -> !Files.isReadable(file))
        .ifPresent(
            file ->
                problems.add(
                    new SettingProblem(
                        CREDENTIAL + "secret-file",
                        "isn't a file that can be read",
                        "Put the secret there.")));
  }

  private static void addProblems(TicketProperties.Jira jira, List<SettingProblem> problems) {
    if (jira.statuses().isEmpty()) {
      problems.add(
          problem(
              "jira.statuses",
              "isn't set",
              "Name the statuses in which a change may be carried out, such as Implementing."));
    }
    addProblem("jira.start-field", jira.startField(), problems);
    addProblem("jira.end-field", jira.endField(), problems);
  }

  private static void addProblem(
      String setting, Optional<String> field, List<SettingProblem> problems) {
    field
        .filter(id -> !FIELD.matcher(id).matches())
        .ifPresent(
            id ->
                problems.add(
                    problem(setting, "isn't the ID of a field", "Use customfield_ and a number.")));
  }

  private static SettingProblem problem(String setting, String what, String fix) {
    return new SettingProblem(TICKETS + setting, what, fix);
  }
}
