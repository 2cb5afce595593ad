package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What people read is in the message catalog: the modules that write for people have no words in
 * Java. Words are texts of two or more; logs, exceptions, and annotations don't count, nor commands
 * as somebody types them.
 */
class TextsInJavaTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/holdfast");

  /** The modules that write for people. */
  private static final List<String> FOR_PEOPLE =
      List.of(
          "approval",
          "bot",
          "card",
          "chat",
          "environment",
          "execution",
          "message",
          "messaging",
          "notification",
          "operation",
          "request",
          "teams/inbound");

  /** Writes for those who write templates. */
  private static final Path ENGINE = SOURCES.resolve("card/engine");

  /** Classes whose words nobody but operators reads, or nobody at all. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("ActivityDeduplicator", "the name of an activity"),
          Map.entry("Address", "the stored form of an address"),
          Map.entry("AddressUsageRepository", "SQL"),
          Map.entry("ApproverChatsCheck", "a doctor check"),
          Map.entry("ApproverReachCheck", "a doctor check"),
          Map.entry("ApproversChannelCheck", "a doctor check"),
          Map.entry("BackupSpec", "labels of backups, which are looked for again"),
          Map.entry("CallTimesStartupCheck", "what keeps Holdfast from starting"),
          Map.entry("ChangeTicketsCheck", "a doctor check"),
          Map.entry("CalendarsParser", "what is wrong with a policy file"),
          Map.entry("ChecklistParser", "what is wrong with a policy file"),
          Map.entry("ChecklistTransitions", "exceptions"),
          Map.entry("ConditionsParser", "what is wrong with a policy file"),
          Map.entry("ContentHash", "a part of a digest"),
          Map.entry("DelegateWords", "words that people type"),
          Map.entry("DelegationService", "words of the audit log"),
          Map.entry("Decision", "words of the audit log"),
          Map.entry("HoursParser", "what is wrong with a policy file"),
          Map.entry("WindowDescription", "words of the audit log"),
          Map.entry("WindowParser", "what is wrong with a policy file"),
          Map.entry("WindowService", "words of the audit log"),
          Map.entry("DayParser", "words that people type"),
          Map.entry("EmergencyParser", "what is wrong with a policy file"),
          Map.entry("EnvironmentCondition", "words of the audit log"),
          Map.entry("ExpiredNotifications", "a name for the log"),
          Map.entry("FreezeWords", "words that people type"),
          Map.entry("FrozenEnvironments", "a name and an ID"),
          Map.entry("InstantParser", "words that people type"),
          Map.entry("LeaveAdministrationMode", "words of the audit log"),
          Map.entry("LeaveTransitions", "exceptions, and words of the audit log"),
          Map.entry("ListedPolicy", "a part of a digest"),
          Map.entry("MissingReviewsCheck", "a doctor check"),
          Map.entry("OperationCatalog", "what keeps Holdfast from starting"),
          Map.entry("GroupsCheck", "a doctor check"),
          Map.entry("OutboxCheck", "a doctor check"),
          Map.entry("PeopleParser", "what is wrong with a policy file"),
          Map.entry("GuardianReachCheck", "a doctor check"),
          Map.entry("PolicyChangeLog", "words of the audit log"),
          Map.entry("PolicyCheck", "a doctor check"),
          Map.entry("PolicyCoverageCheck", "a doctor check"),
          Map.entry("PolicyDescription", "words of the audit log"),
          Map.entry("PolicyFile", "the log"),
          Map.entry("PolicyFileCheck", "a doctor check"),
          Map.entry("PolicyFileParser", "what is wrong with a policy file"),
          Map.entry("PolicySource", "what is wrong with a policy file"),
          Map.entry("PolicyFileStartupCheck", "what keeps Holdfast from starting"),
          Map.entry("PolicyAdoption", "words of the audit log"),
          Map.entry("PolicyDecisions", "words of the audit log"),
          Map.entry("PolicyGuardCheck", "a doctor check"),
          Map.entry("TopLevelParser", "what is wrong with a policy file"),
          Map.entry("PolicyProblem", "what is wrong with a policy file"),
          Map.entry("PolicyStartupCheck", "what keeps Holdfast from starting"),
          Map.entry("RepeatPattern", "words that people type"),
          Map.entry("Repetition", "words that people type"),
          Map.entry("ReplyTaskStore", "SQL"),
          Map.entry("RequestDetails", "a part of a digest"),
          Map.entry("RequestGuard", "the documentation of the transitions"),
          Map.entry("RequestRepository", "SQL"),
          Map.entry("RequestSummaries", "SQL"),
          Map.entry("RequestState", "words that people type, and of the audit log"),
          Map.entry("RequestTrigger", "exceptions"),
          Map.entry("RestoreSpec", "parts of digests"),
          Map.entry("RoleWeakness", "parts of a doctor check"),
          Map.entry("SeriesApproval", "words of the audit log"),
          Map.entry("StartDescription", "a policy in words, for operators"),
          Map.entry("StartWindowParser", "what is wrong with a policy file"),
          Map.entry("RuleParser", "what is wrong with a policy file"),
          Map.entry("StateCondition", "SQL"),
          Map.entry("StepEvent", "exceptions"),
          Map.entry("StepGuard", "the documentation of the transitions"),
          Map.entry("ThreadRange", "SQL"),
          Map.entry("UndeliverableNotifications", "words of the audit log"),
          Map.entry("YamlMapping", "what is wrong with a policy file"));

  /** A letter and a space side by side: part of a sentence, also where it's put together. */
  private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}\\p{Po}]* | \\p{L}");

  private static final Pattern REGULAR_EXPRESSION = Pattern.compile("\\\\[a-zA-Z]|\\(\\?");

  /** What is called with words that aren't read by people, or with commands as people type them. */
  private static final Set<String> CALLS =
      Set.of("HelpTopic", "missing", "ofPattern", "compile", "require", "requireNonNull", "sql");

  @Test
  void thereIsNone() throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> files = files();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  diagnostic -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree file : task.parse()) {
        new Words(found).scan(file, null);
      }
    }
    assertThat(files).hasSizeGreaterThan(300);
    assertThat(found).isEmpty();
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String module : FOR_PEOPLE) {
      try (Stream<Path> inside = Files.walk(SOURCES.resolve(module))) {
        inside
            .filter(path -> path.toString().endsWith(".java") && !path.startsWith(ENGINE))
            .forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Finds the literals that are words for people. */
  private static final class Words extends TreePathScanner<Void, Void> {

    private final Set<String> found;

    Words(Set<String> found) {
      this.found = found;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void unused) {
      if (literal.getValue() instanceof String text
          && WORDS.matcher(text).find()
          && !REGULAR_EXPRESSION.matcher(text).find()
          && !isForNobody(getCurrentPath())) {
        found.add(file() + ": " + text);
      }
      return null;
    }

    private String file() {
      String path = getCurrentPath().getCompilationUnit().getSourceFile().getName();
      return Path.of(path).getFileName().toString().replace(".java", "");
    }

    private boolean isForNobody(TreePath literal) {
      for (TreePath path = literal; path != null; path = path.getParentPath()) {
        Tree tree = path.getLeaf();
        if (tree instanceof AnnotationTree
            || tree instanceof NewClassTree made && isForNobody(name(made.getIdentifier()))
            || tree instanceof MethodInvocationTree called && isForNobody(called)
            || tree instanceof MethodTree method && method.getName().contentEquals("toString")
            || tree instanceof ClassTree type && isForNobody(type)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isForNobody(MethodInvocationTree called) {
      String select = called.getMethodSelect().toString();
      return select.matches("(?i)log\\..*")
          || select.endsWith("TOPIC.with")
          || select.equals("CommandName.of")
          || isForNobody(name(called.getMethodSelect()));
    }

    private static boolean isForNobody(ClassTree type) {
      String name = type.getSimpleName().toString();
      return name.endsWith("Exception") || ALLOWED.containsKey(name);
    }

    private static boolean isForNobody(String name) {
      return name.endsWith("Exception") || CALLS.contains(name);
    }

    /** The last part of a qualified name. */
    private static String name(Tree name) {
      String text = name.toString();
      return text.substring(text.lastIndexOf('.') + 1);
    }
  }
}
