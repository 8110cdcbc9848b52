package consular.cases.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The whole description. It is made here and not scanned, since one controller takes every command. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String CONVENTIONS = """
        The record of visa cases: commands go in, events are kept for ever, everything else is read from them.

        **Time.** Instants are RFC 3339 with offset, answered in UTC. Legal dates are ISO dates, always those of the
        post. Every command takes `effectiveAt` and `lateEntryReason` beside its own members.

        **Errors** are problem documents (RFC 9457). `code` is for machines; `type` is `urn:consular:problem:` and the
        code in lower case with hyphens. One problem is answered, the first in this order: 401, 403 by role, 404, 403
        by post, 400, 412, the time of the act, a terminated registration, then the command's own codes as listed. A
        registration that names another's post is 403 before anything else in its body is looked at. A 400 lists every
        fault; faults of parameters and headers have an empty pointer and name the `parameter` or `header`. A version
        beyond the latest is 400; an instant before the registration is 404.

        **Several roles.** Whoever has several acts in the first that allows the command, in the order INTAKE,
        ADJUDICATOR, SUPERVISOR, DEPARTMENT, AUDITOR, DASHBOARD, ADMIN.

        **Versions.** The `ETag` of a case is its version. A view by `axis=effective` has the number of
        the events that it was folded from, which is no version to send with `If-Match`. A dry run has none.

        **Lists** answer `items` and `next`; give `next` as `after` for the page behind it. Unknown parameters are 400.
        A calendar is not paged: its range is the page.

        **Identifiers** that clients make up have at most 64 characters, other text 20,000, or what its `maxLength` says. Text may not hold U+0000.
        """;

    @Bean
    OpenApiCustomizer describe(Environment environment) {
        var simulation = environment.acceptsProfiles(Profiles.of("simulation"));
        return document -> describe(document, simulation);
    }

    /**
     * Where the service is. springdoc would say where the request went, and that is what whoever asks writes into it (Host): so it is
     * what the setting says, and relative where nothing is set. It keeps what servers a bean has, and no others.
     */
    @Bean
    OpenAPI reachedAt(@Value("${consular.public-url:/}") String publicUrl) {
        return new OpenAPI().addServersItem(new Server().url(publicUrl));
    }

    private static void describe(OpenAPI document, boolean simulation) {
        var components = new Components();
        SharedParts.addTo(components);
        var answers = new AnswerSchemas(components);
        var paths = new Paths();
        new CommandOperations(answers, components).addTo(paths);
        new BatchOperation(answers, components).addTo(paths);
        ImportOperations.addTo(paths, answers);
        WhatIfOperation.addTo(paths, answers);
        QuasiRefusalOperations.addTo(paths, answers);
        new ReadOperations(answers, paths).add(simulation);
        new LawOperations(answers, components, paths).add();
        ReadTexts.addTo(paths);
        var examples = AnswerExamples.read(components);
        examples.addTo(paths);
        document.info(new Info()
                        .title("Consular cases")
                        .version("v1")
                        .description(CONVENTIONS)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(components)
                .paths(paths)
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
        SentEvents.addTo(document, answers, examples);
        Tags.addTo(document);
    }
}
