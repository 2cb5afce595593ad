package dev.holdfast.api.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.api.ProblemType;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the controllers do. */
class DescriptionTest {

  private static final List<Class<?>> CONTROLLERS =
      List.of(RequestsController.class, DescriptionController.class);

  private final JsonNode description = read();

  private static JsonNode read() {
    try (InputStream file = DescriptionTest.class.getResourceAsStream("/api/openapi.json")) {
      return JsonMapper.builder().build().readTree(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void itIsOpenApi31WithEveryOperationAndItsParameters() {
    assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(described()).isEqualTo(implemented());
  }

  private Map<String, Set<String>> described() {
    Map<String, Set<String>> operations = new TreeMap<>();
    description
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, operation) -> operations.put(method + " " + path, query(operation))));
    return operations;
  }

  private static Set<String> query(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString("").equals("query"))
        .map(parameter -> parameter.path("name").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> implemented() {
    Map<String, Set<String>> operations = new TreeMap<>();
    for (Class<?> controller : CONTROLLERS) {
      RequestMapping all =
          AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
      String root = all == null ? "" : all.path()[0];
      for (Method method : controller.getDeclaredMethods()) {
        RequestMapping one =
            AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (one != null) {
          String path = root + (one.path().length == 0 ? "" : one.path()[0]);
          operations.put(
              one.method()[0].name().toLowerCase(java.util.Locale.ROOT) + " " + path,
              query(method));
        }
      }
    }
    return operations;
  }

  private static Set<String> query(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(RequestParam.class)))
        .map(RequestParam::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void eachOperationHasItsFieldsAndNoOthers() throws Exception {
    JsonNode schemas = description.path("components").path("schemas");
    List<OrderReader> readers = readers();
    assertThat(readers).extracting(OrderReader::kind).hasSameElementsAs(offered());
    for (OrderReader reader : readers) {
      JsonNode schema = schemas.path(reader.kind());
      Map<String, String> types =
          schema
              .path("properties")
              .propertyStream()
              .filter(field -> !field.getKey().equals("operation"))
              .collect(toMap(Map.Entry::getKey, field -> type(field.getValue(), schemas)));
      assertThat(types)
          .as(reader.kind())
          .isEqualTo(
              reader.fields().entrySet().stream()
                  .collect(toMap(Map.Entry::getKey, field -> type(field.getValue()))));
      assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(schema.path("properties").path("operation").path("const").asString())
          .isEqualTo(reader.kind());
      for (JsonNode required : schema.path("required")) {
        if (!required.asString().equals("operation")) {
          assertThat(reader.errors(Map.of())).as(reader.kind()).containsKey(required.asString());
        }
      }
    }
  }

  private List<String> offered() {
    return description
        .findValue("requestBody")
        .path("content")
        .path("application/json")
        .path("schema")
        .path("oneOf")
        .valueStream()
        .map(schema -> schema.path("$ref").asString().replaceAll(".*/", ""))
        .toList();
  }

  private static String type(FieldType type) {
    return switch (type) {
      case FLAG -> "boolean";
      case START -> "object";
      case ENVIRONMENT, TEXT -> "string";
    };
  }

  private static String type(JsonNode schema, JsonNode schemas) {
    String name = schema.path("$ref").asString("").replaceAll(".*/", "");
    JsonNode itself = name.isEmpty() ? schema : schemas.path(name);
    return itself.has("enum") ? "string" : itself.path("type").asString();
  }

  /** What they read needs nothing that they're made of. */
  private static List<OrderReader> readers() throws Exception {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(OrderReader.class));
    return scanner.findCandidateComponents("dev.holdfast.operation").stream()
        .map(found -> reader(found.getBeanClassName()))
        .toList();
  }

  private static OrderReader reader(String name) {
    try {
      Constructor<?> made = Class.forName(name).getDeclaredConstructors()[0];
      made.setAccessible(true);
      return (OrderReader) made.newInstance(new Object[made.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itHasAllStatesAndProblems() {
    JsonNode schemas = description.path("components").path("schemas");
    assertThat(texts(schemas.path("State").path("enum"))).isEqualTo(StateName.all());
    assertThat(
            texts(
                schemas
                    .path("Problem")
                    .path("properties")
                    .path("type")
                    .path("anyOf")
                    .path(0)
                    .path("enum")))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values()).map(type -> type.uri().toString()).toList());
  }

  @Test
  void eachReferenceLeadsSomewhere() {
    description
        .findValues("$ref")
        .forEach(
            reference ->
                assertThat(description.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
