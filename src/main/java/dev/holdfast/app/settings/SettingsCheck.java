package dev.holdfast.app.settings;

import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Checks all settings of Holdfast before any bean exists, so that people see everything that is
 * wrong at once and not one thing with each start.
 */
public final class SettingsCheck implements BeanFactoryPostProcessor, PriorityOrdered {

  /** A property that turns the check off, for what needs no setting of Holdfast. */
  public static final String OFF = "settings-check.off";

  private static final String OURS = "dev.holdfast.";

  private final ConfigurableEnvironment environment;

  public SettingsCheck(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** Before the checks that keep an open endpoint from starting, whose problems it lists too. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (environment.getProperty(OFF, boolean.class, false)) {
      return;
    }
    List<SettingProblem> problems = problems(beans);
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  private List<SettingProblem> problems(ConfigurableListableBeanFactory beans) {
    List<Class<?>> types = types(beans);
    KnownSettings known = KnownSettings.of(types);
    Map<String, SettingProblem> problems = new LinkedHashMap<>();
    Stream.of(
            SettingNames.problems(environment, known).stream(),
            bind(types, known),
            checks(beans).flatMap(check -> check.problems(environment).stream()))
        .flatMap(each -> each)
        .forEach(problem -> problems.putIfAbsent(problem.setting(), problem));
    SettingOrigins origins = new SettingOrigins(environment);
    return problems.values().stream().map(origins::with).toList();
  }

  /** Without looking into factories, which would be made too early. */
  private static Stream<StartupCheck> checks(ConfigurableListableBeanFactory beans) {
    return Stream.of(beans.getBeanNamesForType(StartupCheck.class, true, false))
        .map(name -> beans.getBean(name, StartupCheck.class));
  }

  /** The records that the scan for {@link ConfigurationProperties} found. */
  static List<Class<?>> types(ConfigurableListableBeanFactory beans) {
    return Arrays.stream(beans.getBeanDefinitionNames())
        .filter(name -> name.startsWith("holdfast"))
        .map(name -> beans.getBeanDefinition(name).getBeanClassName())
        .filter(name -> name != null && name.startsWith(OURS))
        .<Class<?>>map(name -> ClassUtils.resolveClassName(name, beans.getBeanClassLoader()))
        .filter(type -> type.isAnnotationPresent(ConfigurationProperties.class) && type.isRecord())
        .distinct()
        .toList();
  }

  /** The application's validator can't say anything yet: its messages come with the context. */
  private Stream<SettingProblem> bind(List<Class<?>> types, KnownSettings known) {
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(
                new ParameterMessageInterpolator(
                    Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      return types.stream().flatMap(type -> bind(type, known, validator)).toList().stream();
    }
  }

  private Stream<SettingProblem> bind(Class<?> type, KnownSettings known, Validator validator) {
    String prefix = KnownSettings.prefix(type);
    BoundSettings bound = new BoundSettings();
    Object settings = Binder.get(environment).bindOrCreate(prefix, Bindable.of(type(type)), bound);
    return Stream.concat(bound.problems().stream(), violations(settings, prefix, known, validator));
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> type(Class<?> type) {
    return (Class<Object>) type;
  }

  private static Stream<SettingProblem> violations(
      @Nullable Object settings, String prefix, KnownSettings known, Validator validator) {
    return settings == null
        ? Stream.empty()
        : validator.validate(settings).stream()
            .sorted((one, other) -> path(one).compareTo(path(other)))
            .map(
                violation ->
                    new SettingProblem(
                        SettingPath.of(prefix, path(violation), known),
                        violation.getMessage(),
                        ""));
  }

  private static String path(ConstraintViolation<?> violation) {
    return violation.getPropertyPath().toString();
  }
}
