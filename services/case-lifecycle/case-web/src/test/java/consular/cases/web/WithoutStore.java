package consular.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Keeps the store, which the application brings along, out of the tests of the web tier. */
public final class WithoutStore implements AutoConfigurationImportFilter {
    private static final List<String> STORE = List.of(
            "org.axonframework.",
            "consular.ledger.",
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.flyway.",
            "org.springframework.boot.sql.");

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        var match = new boolean[autoConfigurations.length];
        for (var i = 0; i < match.length; i++) {
            var name = autoConfigurations[i];
            match[i] = name == null || STORE.stream().noneMatch(name::startsWith);
        }
        return match;
    }
}
