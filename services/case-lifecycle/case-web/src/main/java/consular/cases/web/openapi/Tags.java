package consular.cases.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the interface, in the order in which a reader wants them. */
final class Tags {
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("Commands", "What is done to a case; each is decided by the law and recorded as events");
        TEXTS.put("Cases", "A case: its state at any moment, its history, clocks, letters, and what may be done next");
        TEXTS.put("Quasi-refusals", "People who were told of a provision and did not apply");
        TEXTS.put("Read models", "Lists and reports over all cases, built from the log");
        TEXTS.put("Law", "The rules, their versions, and advice by them");
        TEXTS.put("Posts", "Consular posts and their calendars");
        TEXTS.put("Log", "Every event in order, and the schemas of their data");
        TEXTS.put("Webhooks", "Receivers to which events are sent");
        TEXTS.put("Audit", "The proofs of the record, and who looked at what");
        TEXTS.put("Operations", "For those who run the service: imports, rebuilds, keys, dead letters");
        TEXTS.put("Simulation", "The clock, in the profile simulation only");
    }

    private Tags() {}

    /** Adds those that some operation has. */
    static void addTo(OpenAPI document) {
        TEXTS.forEach((name, text) -> {
            var isUsed = document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .anyMatch(operation -> operation.getTags().contains(name));
            if (isUsed) {
                document.addTagsItem(new Tag().name(name).description(text));
            }
        });
    }
}
