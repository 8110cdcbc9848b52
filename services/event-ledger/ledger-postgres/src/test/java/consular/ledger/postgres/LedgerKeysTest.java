package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.note.NoteSigner;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LedgerKeysTest {

    private static final String ORIGIN = "consular.invalid/cases";

    @TempDir
    private Path folder;

    private static LedgerProperties properties(Map<String, ?> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("consular.ledger", LedgerProperties.class);
    }

    private LedgerKeys keys(String earlier) {
        return LedgerKeys.of(properties(Map.of(
                "consular.ledger.signing-key",
                folder.resolve("log.key"),
                "consular.ledger.create-signing-key",
                true,
                "consular.ledger.earlier-keys",
                earlier)));
    }

    private static String key(String name) throws Exception {
        return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                .verifier()
                .toString();
    }

    @Test
    void the_key_that_signs_comes_first_and_the_earlier_ones_as_they_are_named() throws Exception {
        var one = key(ORIGIN);
        var other = key(ORIGIN);
        var keys = keys(one + ", " + other);
        var signer = keys.signer().orElseThrow().verifier();
        assertThat(keys.all()).extracting(Object::toString).containsExactly(signer.toString(), one, other);
    }

    /** What a shell makes of an empty variable between commas, or of one at the end. */
    @Test
    void a_comma_too_many_names_no_key() throws Exception {
        var one = key(ORIGIN);
        var other = key(ORIGIN);
        for (var setting : List.of(one + ",," + other + ",", "," + one + ", " + other, one + " , , " + other + " ,")) {
            assertThat(keys(setting).earlier()).extracting(Object::toString).containsExactly(one, other);
        }
        assertThat(keys(",").earlier()).isEmpty();
    }

    @Test
    void a_comma_at_the_end_of_the_environment_variable_names_no_key() throws Exception {
        var one = key(ORIGIN);
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("CONSULAR_LEDGER_EARLIER_KEYS", one + ",")));
        ConfigurationPropertySources.attach(environment);
        var properties = Binder.get(environment).bindOrCreate("consular.ledger", LedgerProperties.class);
        assertThat(LedgerKeys.of(properties).all()).extracting(Object::toString).containsExactly(one);
    }

    @Test
    void a_log_that_is_not_signed_any_more_still_has_its_earlier_keys() throws Exception {
        var one = key(ORIGIN);
        var keys = LedgerKeys.of(properties(Map.of("consular.ledger.earlier-keys", one)));
        assertThat(keys.all()).extracting(Object::toString).containsExactly(one);
        assertThat(LedgerKeys.of(properties(Map.of())).all()).isEqualTo(List.of());
    }

    @Test
    void what_cannot_be_an_earlier_key_of_this_log_is_refused() throws Exception {
        refused("nonsense", "what is not a verifier key");
        refused(key("another.example/log"), "a log keeps its name when its key changes");
        var one = key(ORIGIN);
        refused(one + "," + one, "names a key twice");
        refused(keys("").all().getFirst().toString(), "which is not an earlier one");
    }

    private void refused(String earlier, String why) {
        assertThatThrownBy(() -> keys(earlier))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("consular.ledger.earlier-keys")
                .hasMessageContaining(why);
    }
}
