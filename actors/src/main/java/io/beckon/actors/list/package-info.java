/** Contact lists, the imports that fill them, and the loaders that read files. */
@NullMarked
package io.beckon.actors.list;

import org.jspecify.annotations.NullMarked;
