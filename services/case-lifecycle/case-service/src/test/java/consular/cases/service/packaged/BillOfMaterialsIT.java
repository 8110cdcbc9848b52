package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** The packaged jar says what it is made of, where scanners look for that, and leaves nothing out. */
class BillOfMaterialsIT {
    private static final Path JAR = Path.of("target", "case-service.jar");
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String OWN_GROUP = "consular";

    /**
     * What we may pass on with our service, unchanged as it is: SPDX's ids, or the name where there is no id. Of several licences the
     * one that is here is the one that we take.
     */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            // Logback and Jakarta's annotations, whose sources are not ours to change
            "EPL-2.0",
            "Indiana University Extreme! Lab Software License",
            "MIT",
            "MIT-0",
            "Public Domain");

    private static JsonNode bill = NullNode.getInstance();

    private static Collection<String> libraries = List.of();

    @BeforeAll
    static void open() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
            assertThat(place)
                    .as("no bill in the jar: Maven makes none when it is offline; build it without -o")
                    .isEqualTo("META-INF/sbom/application.cdx.json");
            try (var text = jar.getInputStream(jar.getEntry(place))) {
                bill = JsonMapper.shared().readTree(text);
            }
            libraries = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void it_is_a_bill_in_the_form_of_cyclonedx_of_this_service() {
        assertThat(bill.path("bomFormat").asString("")).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asString("")).isEqualTo("case-service");
        assertThat(bill.at("/metadata/component/type").asString("")).isEqualTo("application");
    }

    @Test
    void it_names_every_library_in_the_jar_by_version_and_nothing_else() {
        var named = bill.path("components")
                .valueStream()
                .map(component -> component.get("name").asString() + "-"
                        + component.get("version").asString() + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
        // the build puts it in, so that the jar can be extracted
        var inJar = libraries.stream()
                .filter(library -> !library.startsWith("spring-boot-jarmode-tools-"))
                .toList();
        assertThat(inJar).hasSizeGreaterThan(100);
        assertThat(named).containsAll(inJar);
    }

    @Test
    void every_library_of_others_has_its_digest_and_address() {
        assertThat(ofOthers()).hasSizeGreaterThan(100).allSatisfy(component -> {
            assertThat(component.path("purl").asString("")).startsWith("pkg:maven/");
            assertThat(component
                            .path("hashes")
                            .valueStream()
                            .map(hash -> hash.get("alg").asString()))
                    .contains("SHA-256");
        });
    }

    @Test
    void every_library_of_others_may_be_passed_on() {
        var refused = new TreeMap<String, Collection<String>>();
        for (var component : ofOthers()) {
            var licences = licences(component);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                refused.put(component.get("name").asString(), licences);
            }
        }
        assertThat(refused).as("licences that nobody has allowed").isEmpty();
    }

    private static List<JsonNode> ofOthers() {
        return bill.path("components")
                .valueStream()
                .filter(component -> !component.path("group").asString("").equals(OWN_GROUP))
                .toList();
    }

    private static Collection<String> licences(JsonNode component) {
        var found = new TreeSet<String>();
        component.path("licenses").forEach(choice -> {
            var licence = choice.path("license");
            found.add(
                    licence.has("id")
                            ? licence.get("id").asString()
                            : licence.path("name")
                                    .asString(choice.path("expression").asString("")));
        });
        return found;
    }
}
