package consular.cases.web.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken of imports.
 *
 * @param rows how many rows one file may have
 * @param atOnce how many files are taken in at once on this node; one more is turned away, since each takes a connection to the
 *     database and a processor for minutes
 */
@ConfigurationProperties("consular.imports")
record ImportSettings(
        @DefaultValue("1000000") long rows,
        @DefaultValue("4") int atOnce) {
    ImportSettings {
        if (rows < 1 || atOnce < 1) {
            throw new IllegalArgumentException("consular.imports.rows and consular.imports.at-once must be at least 1");
        }
    }
}
