/** Starts the service: profiles, configuration, the embedded database. */
@NullMarked
package consular.cases.service;

import org.jspecify.annotations.NullMarked;
