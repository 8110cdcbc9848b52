package consular.cases.application.webhooks.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events go to public addresses by https, and nowhere else. */
class TargetsTest {
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.1.2.3");

    private final Targets real = new Targets(InetAddress::getAllByName, Set.of(443, 8443), false);
    private final Targets anywhere = new Targets(_ -> new InetAddress[] {PUBLIC}, Set.of(443, 8443), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                // as names of one part or as single numbers
                "2130706433",
                "127.1",
                "10.1",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[64:ff9b::10.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[2001::1]",
                "[2001:0:a9fe:a9fe::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::1]",
                "[2002:a9fe:a9fe::1]",
                "[3fff::1]",
                "[5f00::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[febf::1]",
                "[fec0::1]",
                "[ff02::1]",
                "localhost"
            })
    void what_is_not_public_is_refused(String host) {
        assertThat(real.find("https://" + host + "/hook")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "93.184.215.14",
                "100.63.255.255",
                "100.128.0.1",
                "126.0.0.1",
                "128.0.0.1",
                "168.63.129.15",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "[2606:4700::1111]",
                "[2a00:1450:4001::1]",
                "[64:ff9b::1.1.1.1]",
                "[::ffff:1.1.1.1]"
            })
    void what_lies_beside_it_is_public(String host) {
        assertThat(real.find("https://" + host + "/hook")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "https://hooks.example.org:80/",
                "https://hooks.example.org:22/",
                "https://hooks.example.org:5432/",
                "https://user@hooks.example.org/",
                "https://user:password@hooks.example.org/",
                "https://hooks.example.org/#part",
                "https:///hook",
                "https://hooks.example.org:x/",
                "https://hooks example.org/",
                "//hooks.example.org/",
                "/hook",
                "",
                "https:hooks.example.org",
                "https://bücher.example/",
                "http://localhost:8080/",
                "http://127.0.0.1/"
            })
    void what_is_no_https_address_at_an_allowed_port_is_refused(String url) {
        assertThat(anywhere.find(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org",
                "https://hooks.example.org:443/",
                "HTTPS://hooks.example.org:8443/a?b=c"
            })
    void https_addresses_at_allowed_ports_are_taken(String url) {
        assertThat(anywhere.find(url)).isPresent();
    }

    @Test
    void one_that_is_too_long_is_refused() {
        assertThat(anywhere.find("https://hooks.example.org/" + "x".repeat(3_000)))
                .isEmpty();
    }

    @Test
    void a_name_that_has_one_address_inside_is_refused_whole() {
        var mixed = new Targets(_ -> new InetAddress[] {PUBLIC, PRIVATE}, Set.of(443), false);
        assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> mixed.resolve("hooks.example.org"));
        assertThat(mixed.find("https://hooks.example.org/")).isEmpty();
    }

    @Test
    void a_name_without_an_address_is_refused() {
        var unknown = new Targets(
                host -> {
                    throw new UnknownHostException(host);
                },
                Set.of(443),
                false);
        assertThat(unknown.find("https://hooks.example.org/")).isEmpty();
        assertThat(new Targets(_ -> new InetAddress[0], Set.of(443), false).find("https://hooks.example.org/"))
                .isEmpty();
    }

    @Test
    void for_trials_this_machine_is_a_target_and_nothing_else_inside_is() {
        var trial = new Targets(InetAddress::getAllByName, Set.of(443), true);
        assertThat(trial.find("http://localhost:8080/hook")).isPresent();
        assertThat(trial.find("http://127.0.0.1:9/hook")).isPresent();
        assertThat(trial.find("http://[::1]:9/hook")).isPresent();
        assertThat(trial.find("http://10.0.0.1/hook")).isEmpty();
        assertThat(trial.find("https://169.254.169.254/hook")).isEmpty();
        assertThat(trial.find("http://1.1.1.1/hook"))
                .as("without encryption only to this machine")
                .isEmpty();
    }

    @Test
    void the_message_of_a_refusal_names_no_address() {
        var inside = new Targets(_ -> new InetAddress[] {PRIVATE}, Set.of(443), false);
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> inside.resolve("hooks.example.org"))
                .withMessageNotContaining("10.1.2.3");
    }
}
