package consular.cases.web.openapi;

import consular.cases.domain.CommandName;
import consular.cases.domain.law.RejectionCode;
import consular.cases.web.json.WebJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What people are told of a command.
 *
 * @param rejections the codes of its own, in the order in which they are looked for
 * @param example a body that is well-formed
 */
record CommandPage(String summary, List<RejectionCode> rejections, JsonNode example) {
    private static final String PAGES = "commands.json";

    /** A page for every command. */
    static Map<CommandName, CommandPage> all() {
        try (var json = CommandPage.class.getResourceAsStream(PAGES)) {
            if (json == null) {
                throw new IllegalStateException(PAGES + " is not where it belongs");
            }
            var tree = WebJson.MAPPER.readTree(json);
            var pages = new EnumMap<CommandName, CommandPage>(CommandName.class);
            for (var name : CommandName.values()) {
                pages.put(name, WebJson.MAPPER.treeToValue(tree.required(name.name()), CommandPage.class));
            }
            return Collections.unmodifiableMap(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
