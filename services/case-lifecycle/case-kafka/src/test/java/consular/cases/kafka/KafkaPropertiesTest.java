package consular.cases.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class KafkaPropertiesTest {
    private static final String SECRET = "zyzzyva";

    static KafkaProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("consular.kafka", KafkaProperties.class);
    }

    @Test
    void settings_of_the_client_keep_their_names_and_their_secrets() {
        var properties = bound(Map.of(
                "consular.kafka.bootstrap-servers", "localhost:9092",
                "consular.kafka.client.sasl.jaas.config", SECRET,
                "consular.kafka.client.compression.type", "lz4"));
        assertThat(properties.client())
                .containsOnly(Map.entry("sasl.jaas.config", SECRET), Map.entry("compression.type", "lz4"));
        assertThat(properties.toString()).doesNotContain(SECRET);
        assertThat(properties.topic()).isEqualTo("consular.cases");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    void brokers_have_to_be_named(@Nullable String servers) {
        assertThatThrownBy(() ->
                        new KafkaProperties(servers, "t", 1, second(1), second(1), second(1), second(3), Map.of()))
                .hasMessageContaining(KafkaProperties.BOOTSTRAP_SERVERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acks",
                "enable.idempotence",
                "transactional.id",
                "transaction.timeout.ms",
                "transaction.two.phase.commit.enable",
                "interceptor.classes",
                "partitioner.class",
                "delivery.timeout.ms"
            })
    void what_the_promises_to_readers_hang_on_is_not_for_setting(String name) {
        assertThatThrownBy(() -> new KafkaProperties(
                        "localhost:1", "t", 1, second(1), second(1), second(1), second(3), Map.of(name, "0")))
                .hasMessageContaining(name);
    }

    @Test
    void a_lease_has_to_outlast_what_may_be_under_way() {
        assertThatThrownBy(() -> new KafkaProperties(
                        "localhost:1", "t", 1, second(1), second(1), second(1), second(2), Map.of()))
                .hasMessageContaining("lease");
    }

    @Test
    void what_the_client_does_not_understand_is_refused_before_any_broker_is_asked() {
        var properties = new KafkaProperties(
                "localhost:1", "t", 1, second(1), second(1), second(1), second(3), Map.of("compression.type", "brick"));
        assertThatThrownBy(() -> Topic.check(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("compression.type");
    }

    @Test
    void records_do_not_wait_for_company_until_their_time_is_over() {
        var properties = new KafkaProperties(
                "localhost:1", "t", 1, second(1), second(1), second(1), second(3), Map.of("linger.ms", "501"));
        assertThatThrownBy(() -> Topic.check(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("linger.ms");
    }

    private static Duration second(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
