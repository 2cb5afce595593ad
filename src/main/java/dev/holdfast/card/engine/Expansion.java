package dev.holdfast.card.engine;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a template became.
 *
 * @param json the expanded JSON; yours to change
 * @param warnings one sentence for each place where the data did not fit the template, each
 *     starting with the file and JSON pointer; empty when all went well. No sentence comes twice,
 *     and after a hundred the rest is left out.
 */
public record Expansion(JsonNode json, List<String> warnings) {}
